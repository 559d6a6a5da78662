package se.samsteg.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;

/** Everything that leaves the programme says what it tells, so that consent is asked for. */
class DisclosureTest {

    private static final Pattern TO_OUTSIDER =
            Pattern.compile("letter\\s*\\.to(?:Caseworker|Conference)\\(\\s*\\w+,\\s*['\"]([a-z-]+)['\"]");
    private static final Pattern CASEWORKER = Pattern.compile("\\$\\{casefile\\.caseworker\\((.*)\\)}");
    private static final Pattern INFORMATION = Pattern.compile("caseNumber(?:, (?:'(\\w+)'|(\\w+\\.\\w+\\(\\w+\\))))?");

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }

    @Test
    void everyLetterToAnOutsiderSaysWhatItTells() throws IOException {
        Set<String> written = new TreeSet<>();
        for (Path file : Stream.concat(files("processes", ".bpmn"), files("src/main/java", ".java"))
                .toList()) {
            Matcher letter = TO_OUTSIDER.matcher(Files.readString(file));
            while (letter.find()) {
                written.add(letter.group(1));
            }
        }
        assertThat(written).contains("referral-receipt", "meeting-agenda", "renewal-soon", "exit-done");
        assertThat(written)
                .allSatisfy(template ->
                        assertThat(Disclosed.by(template).title()).as(template).isNotBlank());
    }

    /** The input is what withdrawal goes by, and the lead is who does the task then. */
    @Test
    void everyTaskOfTheCaseworkerNamesWhoGetsItWithoutConsentAndWhatItTells() throws IOException {
        files("processes", ".bpmn").forEach(file -> {
            var model = Bpmn.readModelFromFile(file.toFile());
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                Matcher assignee = CASEWORKER.matcher(String.valueOf(task.getCamundaAssignee()));
                if (assignee.matches()) {
                    Matcher information = INFORMATION.matcher(assignee.group(1));
                    assertThat(information.matches()).as(task.getId()).isTrue();
                    assertThat(task.getCamundaCandidateGroups())
                            .as(task.getId())
                            .isEqualTo("${casefile.insteadOfCaseworker(" + assignee.group(1) + ")}");
                    assertThat(task.getExtensionElements().getElements().stream()
                                    .flatMap(element ->
                                            element.getChildElementsByType(CamundaInputParameter.class).stream())
                                    .filter(input -> input.getCamundaName().equals("discloses"))
                                    .map(CamundaInputParameter::getTextContent)
                                    .findFirst()
                                    .orElse(null))
                            .as(task.getId())
                            .isEqualTo(
                                    information.group(2) == null
                                            ? information.group(1)
                                            : "${" + information.group(2) + "}");
                }
            }
        });
    }
}
