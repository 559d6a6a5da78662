package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.samsteg.engine.ModelFiles;

/** Letters and documents as the cases of each programme get them. */
class ProgrammeTextsTest {

    private static final Path FOLDER = Path.of("src/test/resources/folder");

    private final Programmes programmes = ProgrammeFiles.with(FOLDER);
    private final ProgrammeTexts texts = new ProgrammeTexts(new ModelFiles(FOLDER.toString()));

    private static List<String> templates(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/" + folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.endsWith(".yml"))
                    .map(file -> file.substring(0, file.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    private String letter(Settings programme, String template) {
        return texts.letters()
                .process(
                        programme.id(),
                        template,
                        Map.of("caseNumber", "", "link", "", "detail", "", "sender", programme.name()));
    }

    /** As it is written; what stands where something is filled in is an example. */
    private String document(Settings programme, String template) {
        return Objects.requireNonNull(texts.documents().text(programme.id(), template))
                .replaceAll("(th:text=\"[^\"]*\"[^>]*>)[^<]*<", "$1<");
    }

    /** The intake without a conference writes one letter that has its name from there. */
    private static boolean written(Settings programme, String template) {
        return programme.conference() != null
                || !template.matches("(conference|meeting)-.*")
                || template.equals("conference-joined");
    }

    @TestFactory
    Stream<DynamicTest> noProgrammesCasesReadOfAnotherProgrammeOrOfAPlace() throws IOException {
        List<String> letters = templates("letters");
        List<String> documents = templates("documents");
        return programmes.all().stream()
                .map(programme -> DynamicTest.dynamicTest(programme.id(), () -> Stream.concat(
                                letters.stream()
                                        .filter(template -> written(programme, template))
                                        .map(template -> Map.entry(template, letter(programme, template))),
                                documents.stream()
                                        .filter(template -> written(programme, template))
                                        .map(template -> Map.entry(template, document(programme, template))))
                        .forEach(text -> {
                            programmes.all().stream()
                                    .filter(other -> other != programme)
                                    .forEach(other -> assertThat(text.getValue())
                                            .as(text.getKey())
                                            .doesNotContainPattern("\\b" + other.name() + "\\b")
                                            .doesNotContain(other.about().owner()));
                            if (programme.conference() == null && !text.getKey().equals("layout")) {
                                assertThat(text.getValue()).as(text.getKey()).doesNotContain("utökade möte");
                            }
                        })));
    }

    @Test
    void everyLetterSaysWhoSendsItAndEveryDocumentWhoAnswersForIt() throws IOException {
        Settings programme = programmes.get("ama");
        assertThat(templates("letters"))
                .allSatisfy(template -> assertThat(letter(programme, template)).contains("Hälsningar\nAMA"));
        assertThat(templates("documents"))
                .filteredOn(template -> !template.equals("layout") && !template.equals("report")) // parts of documents
                .allSatisfy(
                        template -> assertThat(document(programme, template)).contains("~{layout :: sender}"));
    }

    @Test
    void aProgrammesOwnLetterAndDocumentAreUsedForItsCasesAlone() {
        assertThat(letter(programmes.get("steget"), "intake-booked")).contains("första mötet på Steget");
        assertThat(letter(programmes.get("ama"), "intake-booked")).contains("trepartssamtal");
        assertThat(document(programmes.get("steget"), "intake-recommendation")).contains("Råd från Steget");
        assertThat(document(programmes.get("ama"), "intake-recommendation")).contains("tas inte in i programmet nu");
    }

    @Test
    void anAuthorityGetsTheReferralBackThatIsMadeForIt() {
        Templates documents = texts.documents();
        assertThat(documents.forAuthority("samboradet", "referral-back", "region"))
                .isEqualTo("referral-back-region");
        assertThat(documents.forAuthority("samboradet", "referral-back", "af")).isEqualTo("referral-back");
        assertThat(document(programmes.get("samboradet"), "referral-back-region"))
                .containsSubsequence("Hälsoprofil", "Så kan behovet mötas", "Syfte", "Rekommendation");
        assertThat(documents.forAuthority("steget", "referral-back", "soc")).isEqualTo("referral-back-soc");
        assertThat(documents.text("steget", "referral-back-soc")).contains("Återremiss till socialtjänsten");
        assertThat(documents.forAuthority("ama", "referral-back", "soc")).isEqualTo("referral-back");
    }
}
