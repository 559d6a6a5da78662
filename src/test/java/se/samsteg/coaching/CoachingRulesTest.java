package se.samsteg.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.FormFiles;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.Instrument;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

class CoachingRulesTest {

    private static final Settings PROGRAMME = ProgrammeFiles.samboradet();
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 9);

    private static Talk talk(
            String outcome,
            @Nullable Integer scale,
            @Nullable Boolean beginExit,
            @Nullable String exitReason,
            @Nullable LocalDate next) {
        String answer = scale == null ? null : scale.toString();
        return new Talk(
                outcome,
                scale == null ? null : true,
                "own-questions",
                "2",
                answer,
                answer,
                answer,
                answer,
                answer,
                answer,
                answer,
                answer,
                answer,
                scale == null ? null : "yes",
                null,
                List.of(),
                beginExit,
                exitReason,
                null,
                null,
                null,
                next,
                null,
                null,
                null);
    }

    @Test
    void aTalkThatWasHeldSaysWhetherCommitmentsWereKept() {
        assertThatThrownBy(() -> talk("held", null, null, null, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessage("Hölls det ni kom överens om förra gången?: fyll i när samtalet hölls.");
    }

    private static Talk undoing(@Nullable Boolean beginExit, @Nullable String undoReason) {
        Map<String, Object> answers = new HashMap<>(
                Map.of("outcome", "moved", "exitReason", "Klart", "undoExit", true, "nextTalk", "" + TODAY));
        answers.put("beginExit", beginExit);
        answers.put("undoReason", undoReason);
        answers.values().removeIf(Objects::isNull);
        return new Forms.Filled("coaching-talk", "1", answers).as(Talk.class);
    }

    @Test
    void anExitIsUndoneForAReasonAndNotBegunInTheSameTalk() {
        assertThatThrownBy(() -> undoing(false, null)).hasMessageContaining("Varför ångras utslussningen?: fyll i");
        assertThatThrownBy(() -> undoing(true, "Jobbet gick om intet")).hasMessageContaining("i samma samtal");
        assertThatCode(() -> undoing(null, "Jobbet gick om intet")).doesNotThrowAnyException();
    }

    @Test
    void aTalkThatWasNotHeldHasNoScales() {
        for (String outcome : List.of("moved", "excused", "absent")) {
            assertThatThrownBy(() -> talk(outcome, 5, null, null, TODAY))
                    .hasMessageContaining("svaren hör till ett samtal som hölls");
            assertThatCode(() -> talk(outcome, null, null, null, TODAY)).doesNotThrowAnyException();
        }
    }

    @Test
    void noTalkEndsWithoutABookedNextOneUnlessExitBegins() {
        assertThatThrownBy(() -> talk("held", 5, false, null, null)).hasMessageStartingWith("Nästa samtal:");
        assertThatThrownBy(() -> talk("held", 5, true, null, null)).hasMessageContaining("fyll i skälet");
        assertThatCode(() -> talk("held", 5, true, "Planen är klar", null)).doesNotThrowAnyException();
    }

    @Test
    void theNextTalkIsLaterThanToday() {
        assertThatThrownBy(() -> talk("held", 5, false, null, TODAY).recordedOn(TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Nästa samtal:");
        assertThatCode(() -> talk("held", 5, false, null, TODAY.plusDays(1)).recordedOn(TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void noStepEndsWithoutABookedNextOneUnlessItIsExit() {
        assertThatThrownBy(() -> new NextStep("Mer ork", "workplace", "Redo", null, null, null, null, null))
                .hasMessageContaining("Bokad aktivitet:")
                .hasMessageContaining("Datum:");
        assertThatCode(() -> new NextStep("Mer ork", "exit", "Klar", null, null, null, null, null)
                        .decidedOn(TODAY, PROGRAMME))
                .doesNotThrowAnyException();
    }

    @Test
    void theNextStepIsOnTheProgrammesLadderAndNotBookedInThePast() {
        NextStep step = new NextStep("Mer ork", "elsewhere", "Redo", null, null, "Möte", TODAY.minusDays(1), true);
        assertThatThrownBy(() -> step.decidedOn(TODAY, PROGRAMME))
                .hasMessageContaining("Nästa steg:")
                .hasMessageContaining("Datum:");
        NextStep known = new NextStep("Mer ork", "workplace", "Redo", null, null, "Möte", TODAY.minusDays(1), true);
        assertThatCode(() -> known.decidedOn(TODAY.minusDays(1), PROGRAMME)).doesNotThrowAnyException();
    }

    @Test
    void prerehabIsForAGroupOrAnAssessment() {
        assertThatThrownBy(() -> prerehab(null, null)).hasMessageStartingWith("Önskad grupp:");
        assertThatThrownBy(() -> prerehab("none", false)).hasMessageStartingWith("Önskad grupp:");
        assertThatCode(() -> prerehab("halsogrupp", null)).doesNotThrowAnyException();
        assertThatCode(() -> prerehab("none", true)).doesNotThrowAnyException();
    }

    private static NextStep prerehab(@Nullable String group, @Nullable Boolean assessment) {
        NextStep step = new NextStep("Mer ork", "prerehab", "Behöver styrka", group, assessment, "Möte", TODAY, null);
        step.check(PROGRAMME, FormFiles.text("coaching-next-step"));
        return step;
    }

    @Test
    void aStartThatDidNotGoAsPlannedSaysWhatIsChanged() {
        assertThatThrownBy(() -> new CheckIn("partly", "Svårt att komma upp", null))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> new CheckIn("yes", "Bra", null)).doesNotThrowAnyException();
    }

    @Test
    void whatIsSaidOfAPlanAndWhatIsRevisedAgree() {
        assertThatThrownBy(() -> new PlanReview("Mycket", "revise", null, List.of(), null, null, TODAY))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new PlanReview("Mycket", "keep", "Ett nytt mål", List.of(), null, null, TODAY))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> new PlanReview("Mycket", "revise", "Ett nytt mål", List.of(), null, null, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void progressSaysWhatIsMissingAndNeverCallsItZero() throws Exception {
        var json = new ObjectMapper();
        var start = json.readTree("""
                {"physicalHealth": "4", "motivation": "6", "structure": "5", "selfEsteem": "declined", "readiness": "2"}""");
        var latest = json.readTree("""
                {"physicalHealth": "6", "motivation": "5", "structure": "5", "selfEsteem": "3", "readiness": "2"}""");
        assertThat(new Progress(Instrument.own(), Optional.of(start), Optional.of(latest)).text())
                .contains("Fysisk hälsa: 4 vid start, 6 senast (+2)")
                .contains("Motivation: 6 vid start, 5 senast (-1)")
                .contains("Struktur i vardagen: 5 vid start, 5 senast (oförändrat)")
                .contains("Självkänsla: saknas vid start, 3 senast\n")
                .endsWith("Beredskap för arbete eller studier: 2 vid start, 2 senast (oförändrat)");
        assertThat(new Progress(Instrument.own(), Optional.empty(), Optional.empty()).text())
                .startsWith("Fysisk hälsa: saknas vid start, saknas senast\n");
    }
}
