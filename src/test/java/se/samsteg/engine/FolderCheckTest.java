package se.samsteg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;
import se.samsteg.SamstegTest;

/** A folder of programmes is code: what may not run there stops the start, and so does another node's other folder. */
@SamstegTest
class FolderCheckTest {

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    @BeforeEach
    void aFolderThatMayRunBesideARunningNode() throws IOException {
        jdbc.sql("delete from live_node").update();
        new LiveNodes(jdbc, transactions).join(new ModelFiles("").hash());
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/folder"), folder);
    }

    private void checks() {
        new FolderCheck(new ModelFiles(folder.toString()), beans).check();
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private void isRefused(String... says) {
        assertThatIllegalStateException().isThrownBy(this::checks).satisfies(refused -> assertThat(refused.getMessage())
                .contains(says));
    }

    @Test
    void theThirdProgrammesFolderMayRun() {
        assertThatCode(this::checks).doesNotThrowAnyException();
    }

    @Test
    void aCallOfAnythingButAPhaseIsRefusedWithFileAndLine() throws IOException {
        change("processes/steget.bpmn", "${coaching.recordNextStep(task)}", "${dataSource.connection.close()}");
        isRefused("processes/steget.bpmn, line ", "no phase has dataSource.connection");
    }

    @Test
    void aMethodThatAPhaseHasNotIsRefused() throws IOException {
        change("processes/steget.bpmn", "${coaching.recordNextStep(task)}", "${coaching.recordNextStop(task)}");
        isRefused("no phase has coaching.recordNextStop");
    }

    @Test
    void aModelThatWouldTakeThePlaceOfAPhaseIsRefused() throws IOException {
        Files.copy(folder.resolve("processes/steget.bpmn"), folder.resolve("processes/exit.bpmn"));
        isRefused("processes/exit.bpmn: a model is of a programme of the folder");
        Files.delete(folder.resolve("processes/exit.bpmn"));
        change("processes/steget.bpmn", "process id=\"steget\"", "process id=\"exit\"");
        isRefused("processes/steget.bpmn: a model is of a programme of the folder");
    }

    @Test
    void aDecisionThatWouldTakeThePlaceOfAnotherIsRefused() throws IOException {
        Files.copy(
                folder.resolve("processes/decisions/eligibility-steget.dmn"),
                folder.resolve("processes/decisions/eligibility.dmn"));
        isRefused("processes/decisions/eligibility.dmn");
    }

    @Test
    void anExpressionInALetterOrADocumentThatDoesSomethingIsRefusedWithItsLine() throws IOException {
        change("letters/steget/intake-booked.txt", "Dag, tid", "[(${T(java.lang.Runtime).getRuntime()})] Dag, tid");
        isRefused("letters/steget/intake-booked.txt, line 4: only the name");
        change("documents/steget/intake-recommendation.html", "${recommendation}", "${recommendation.class}");
        isRefused("documents/steget/intake-recommendation.html, line 8: only the name");
    }

    /** Thymeleaf reads names in any case and characters by their number, and drops such comments before it reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p data-TH-text=\"&#36;{about.toString()}\"></p>",
                "<p>[<!--/**/-->[$<!--/**/-->{about.toString()}]]</p>"
            })
    void anExpressionThatIsHiddenInADocumentIsRefused(String hidden) throws IOException {
        change("documents/steget/intake-recommendation.html", "</body>", hidden + "</body>");
        isRefused("only the name");
    }

    @Test
    void aLetterWithoutASubjectAndADocumentThatCannotBePrintedAreRefused() throws IOException {
        change("letters/steget/intake-booked.txt", "Ämne: ", "");
        isRefused("letters/steget/intake-booked.txt, line 1: a letter begins with Ämne:");
        change("documents/steget/intake-recommendation.html", "</h1>", "");
        isRefused("documents/steget/intake-recommendation.html, line ", "is no XHTML");
    }

    @Test
    void aLetterThatSamstegNeverWritesIsRefused() throws IOException {
        Files.copy(
                folder.resolve("letters/steget/intake-booked.txt"), folder.resolve("letters/steget/intake-bokked.txt"));
        isRefused("letters/steget/intake-bokked.txt: Samsteg has nothing of that name");
    }

    @Test
    void aFormThatNoPhaseHasIsRefused() throws IOException {
        Files.copy(
                folder.resolve("forms/steget/referral-referral.form"),
                folder.resolve("forms/steget/steget-extra.form"));
        isRefused("steget-extra.form: no phase has a form of that name");
    }

    @Test
    void aFileThatNothingReadsIsTold() throws IOException {
        Files.writeString(folder.resolve("processes/notes.txt"), "to do");
        isRefused("notes.txt");
    }

    @Test
    void aNodeWithOtherFilesThanThoseThatRunDoesNotStartUntilTheyAreGone() {
        LiveNodes other = new LiveNodes(jdbc, transactions);
        assertThatIllegalStateException()
                .isThrownBy(() -> other.join("0123456789abcdef"))
                .withMessageContaining("other programme files (" + new ModelFiles("").hash() + ")");

        jdbc.sql("update live_node set seen_at = now() - interval '3 minutes'").update();
        other.join("0123456789abcdef");
        other.destroy();
        assertThat(jdbc.sql("select count(*) from live_node")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNodeThatIsSeenStays() {
        LiveNodes another = new LiveNodes(jdbc, transactions);
        another.join(new ModelFiles("").hash());
        jdbc.sql("update live_node set seen_at = now() - interval '3 minutes'").update();
        another.isAlive();
        assertThatIllegalStateException().isThrownBy(() -> new LiveNodes(jdbc, transactions).join("0123456789abcdef"));
        another.destroy();
    }

    @Test
    void theHashIsThatOfNamesAndContents(@TempDir Path copy) throws IOException {
        FileSystemUtils.copyRecursively(folder, copy);
        String hash = new ModelFiles(folder.toString()).hash();
        assertThat(new ModelFiles(copy.toString()).hash()).isEqualTo(hash);
        change("programmes/steget.yml", "places: 12", "places: 13");
        assertThat(new ModelFiles(folder.toString()).hash()).isNotEqualTo(hash);
    }
}
