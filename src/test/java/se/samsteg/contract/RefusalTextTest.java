package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refusal names its field as the form does, so that staff find it. */
class RefusalTextTest {

    private static final Path MAIN = Path.of("src/main/java/se/samsteg");
    private static final Pattern NAMED = Pattern.compile("\"([A-ZÅÄÖ][^\":\\n]{1,80}): [a-zåäöA-ZÅÄÖ%]");
    private static final Set<String> IN_ENGLISH = Set.of("engine", "prod");

    /** What stands before a colon and is no field of a form. */
    private static final Map<String, Set<String>> NO_FIELD = Map.ofEntries(
            Map.entry("PersonSections.java", Set.of("Tidigare")), // a value as it was
            Map.entry("FactTypes.java", Set.of("Ny uppgift")), // one of several fields, by the kind of the answer
            Map.entry("Interruption.java", Set.of("Deltagandet avbryts")), // what follows
            Map.entry("Journey.java", Set.of("Egen bedömning")), // a line of a draft
            Map.entry("MailAddress.java", Set.of("E-postadress")), // a field of Camunda's own page
            Map.entry(
                    "OpenMeasures.java",
                    Set.of("Påbörjat men inte genomfört", "Utlovat men inte genomfört")), // lines of a draft
            Map.entry("PersonChanges.java", Set.of("Ny uppgift")),
            Map.entry("Corrections.java", Set.of("Ny uppgift")),
            Map.entry("Profiles.java", Set.of("E-postadress", "Lösenord", "Namn")), // fields of Camunda's own page
            Map.entry("Notes.java", Set.of("Deltagarens uppgifter")), // an option made of what is known
            Map.entry("ReferralText.java", Set.of("Visas inte")), // instead of a text without consent
            Map.entry("Review.java", Set.of("Bekräftelse"))); // a field whose label is two sentences

    @Test
    void everyFieldThatARefusalNamesIsCalledSoInAForm() throws IOException {
        Set<String> labels = new HashSet<>();
        for (Path form : Models.files("forms", ".form")) {
            labels(new ObjectMapper().readTree(form.toFile()), labels);
        }
        Set<String> wrong = new TreeSet<>();
        int named = 0;
        for (Path file : sources()) {
            String name = file.getFileName().toString();
            var found = NAMED.matcher(Files.readString(file));
            while (found.find()) {
                String label = found.group(1).replace("%d", "1");
                named++;
                if (!labels.contains(label)
                        && !NO_FIELD.getOrDefault(name, Set.of()).contains(label)) {
                    wrong.add(name + ": " + label);
                }
            }
        }
        assertThat(named).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private static void labels(JsonNode component, Set<String> into) {
        for (String key : List.of("label", "dateLabel", "timeLabel")) {
            into.add(component.path(key).asText());
        }
        into.add(component.path("properties").path("name").asText());
        component.path("components").forEach(inner -> labels(inner, into));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !IN_ENGLISH.contains(
                            MAIN.relativize(file).getName(0).toString()))
                    .toList();
        }
    }
}
