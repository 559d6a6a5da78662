package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samsteg.programme.Municipalities;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

/** A programme is files: no name of one, of its association, its municipalities or its authorities stands in Java. */
class ProgrammeNamesTest {

    /** Words that mean something else where they stand. */
    private static final Set<String> ELSEWHERE = Set.of(
            "Redaction.java af", // a particle of names
            "SwedishTime.java Stockholm", // a time zone
            "EmbeddedDatabase.java Stockholm"); // a time zone

    @Test
    void noNameOfAProgrammeStandsInJava() throws IOException {
        Set<String> names = new HashSet<>(Municipalities.names().values());
        for (Settings programme : ProgrammeFiles.all().all()) {
            names.addAll(List.of(programme.id(), programme.name(), programme.tenant(), programme.casePrefix()));
            programme.authorities().forEach(authority -> {
                names.add(authority.code());
                names.add(authority.name());
            });
            programme.groups().forEach(group -> names.add(group.type()));
        }
        assertThat(names).contains("samboradet", "AMA", "stockholm", "af", "Botkyrka", "mabra");
        Sources.assertNoWord(names, ELSEWHERE, "a programme's file");
    }
}
