package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** The ids of roles have one home, {@link Role}; models and programmes name no other group. */
class RolesTest {

    private static final Pattern CANDIDATES = Pattern.compile("candidateGroups=\"([^\"]*)\"");

    /** Words that stand in Java and mean something else there than the role that is written alike. */
    private static final Map<String, Set<String>> ELSEWHERE = Map.of(
            "Role.java", Stream.of(Role.values()).map(Role::id).collect(Collectors.toSet()), // their home
            "CaseFiles.java", Set.of("coach"), // a column
            "StaffCases.java", Set.of("coach"), // a column
            "Leaves.java", Set.of("coach"), // a parameter
            "OpenTasks.java", Set.of("conference"), // a process
            "OverdueMeasures.java", Set.of("coach")); // a word of the model's: who is told

    @Test
    void noIdOfARoleStandsInJavaOutsideRole() throws IOException {
        Set<String> ids = new TreeSet<>(groups());
        ids.add(Role.CASEWORKER.id());
        ids.add(Role.caseworkers(""));
        Sources.assertNone(ids, ELSEWHERE, "staff.Role");
    }

    @Test
    void everyCandidateGroupThatAModelNamesIsARole() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path model : Models.files("processes", ".bpmn")) {
            CANDIDATES
                    .matcher(Files.readString(model))
                    .results()
                    .map(groups -> groups.group(1).replaceAll("[$]\\{[^}]*}", ""))
                    .flatMap(groups -> Stream.of(groups.split(",")))
                    .map(String::strip)
                    .filter(group -> !group.isEmpty())
                    .forEach(named::add);
        }
        assertThat(named).contains(Role.PROGRAMME_LEAD.id()).isSubsetOf(groups());
    }

    @Test
    void everyGroupThatAProgrammeNamesIsARole() {
        for (Settings programme : ProgrammeFiles.all().all()) {
            assertThat(programme.roles()).as(programme.id()).isNotEmpty();
            assertThat(programme.roles().keySet()).as(programme.id()).isSubsetOf(groups());
        }
    }

    @Test
    void anAuthorityIsReadFromItsCaseworkersGroupAndFromNoOther() {
        assertThat(Role.authority(Role.caseworkers("soc"))).isEqualTo("soc");
        assertThat(Stream.of(Role.values()).map(Role::id).map(Role::authority)).containsOnlyNulls();
    }

    private static Set<String> groups() {
        List<String> authorities = ProgrammeFiles.all().all().stream()
                .flatMap(programme -> programme.authorities().stream())
                .map(Settings.Authority::code)
                .toList();
        return Stream.concat(
                        Stream.of(Role.values())
                                .filter(role -> role != Role.CASEWORKER)
                                .map(Role::id),
                        authorities.stream().map(Role::caseworkers))
                .collect(Collectors.toSet());
    }
}
