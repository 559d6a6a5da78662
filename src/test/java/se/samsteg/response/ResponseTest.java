package se.samsteg.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

@SamstegTest
class ResponseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 9);
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String LEAD = "projektledare1";

    @Autowired
    World world;

    @Autowired
    CaseUnits units;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Programmes programmes;

    @Autowired
    Response response;

    private String caseNumber;

    @BeforeEach
    void aReferralBackIsSent() {
        world.begin(TODAY);
        caseNumber = cases.open("coach1", TODAY.minusDays(300));
        cases.has(caseNumber, "exit-outcome", new Response.Ended(TODAY, "work-training"));
        cases.has(
                caseNumber,
                "exit-referral-back",
                new SentBack(
                        "Arbete",
                        "Grupp",
                        "Orkar mer",
                        List.of(
                                new SentBack.Recommendation(1, "Fortsatt arbetsträning."),
                                new SentBack.Recommendation(2, "Samtalsstöd på vårdcentralen.")),
                        null,
                        null,
                        null));
        runtime.startProcessInstanceByKey("response", caseNumber, Map.of("caseNumber", caseNumber));
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private void receives(Map<String, Object> more) {
        Map<String, Object> receipt =
                new HashMap<>(Map.of("read", "yes", "programmeUnit", "other", "receivingUnit", "AF Botkyrka"));
        receipt.putAll(more);
        if (more.containsKey("programmeUnit")) {
            receipt.remove("receivingUnit");
        }
        world.completes(CASEWORKER, "userTask_receiveReferralBack", caseNumber, receipt);
    }

    private void accepts() {
        receives(Map.of("accepted", "yes", "contact", "Anna Lindqvist"));
    }

    private void answers(String user, Map<String, Object> answers) {
        world.completes(user, "userTask_answerRecommendations", caseNumber, answers);
    }

    private Object shown(String key) {
        return world.shown(CASEWORKER, "userTask_answerRecommendations", caseNumber, key);
    }

    @Test
    void everyRecommendationIsShownAndAnsweredAndTheLeadHearsOfWhatIsLate() {
        accepts();
        assertThat(shown("recommendation2")).isEqualTo("Samtalsstöd på vårdcentralen.");
        assertThat(shown("receiver")).isEqualTo("AF Botkyrka, Anna Lindqvist");
        assertThatThrownBy(() -> answers(CASEWORKER, Map.of("answer1", "followed")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Svar 2:");
        world.passesTo(TODAY.plusMonths(4));
        assertThat(world.mailTo(CASEWORKER)).anyMatch(letter -> letter.startsWith("Svara på återremissen"));
        assertThat(world.mailTo(LEAD)).anyMatch(letter -> letter.startsWith("Svar saknas"));
        answers(CASEWORKER, Map.of("answer1", "followed", "answer2", "partly"));
        assertThat(world.endsOf("response")).contains("endEvent_answered");
    }

    @Test
    void theCoachReadsWhichUnitDoesNotTakeOverAndFindsAnother() {
        receives(Map.of("accepted", "no", "comment", "Fel stadsdel"));
        assertThat(world.shown("coach1", "userTask_findReceiver", caseNumber, "refusedBy"))
                .isEqualTo("AF Botkyrka");
        assertThat(world.shown("coach1", "userTask_findReceiver", caseNumber, "refusalReason"))
                .isEqualTo("Fel stadsdel");
        world.completes(
                "coach1",
                "userTask_findReceiver",
                caseNumber,
                Map.of("found", "yes", "programmeUnit", "other", "unit", "Vuxenhälsan", "contact", "Kim Berg"));
        assertThat(shown("receiver")).isEqualTo("Vuxenhälsan, Kim Berg");
    }

    @Test
    void theCoachMeetsTheUnitThatTakesOver() {
        try (var meets = new OtherSettings(programmes, "samboradet", "exit: {handoverMeeting: true}")) {
            accepts();
            assertThat(world.shown("coach1", "userTask_holdMeeting", caseNumber, "receiver"))
                    .isEqualTo("AF Botkyrka, Anna Lindqvist");
            assertThat(world.dueOn("userTask_holdMeeting", caseNumber)).isEqualTo(TODAY.plusWeeks(2));
            world.completes(
                    "coach1",
                    "userTask_holdMeeting",
                    caseNumber,
                    Map.of("held", "yes", "heldOn", TODAY, "tookPart", "Vi tre", "accepted", "no", "why", "Ingen tid"));
            assertThat(world.shown("coach1", "userTask_findReceiver", caseNumber, "refusalReason"))
                    .isEqualTo("Ingen tid");
            assertThatThrownBy(() -> findsAnother(Map.of()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Överlämningsmötet hölls");
            findsAnother(Map.of("heldOn", TODAY, "tookPart", "Kim och deltagaren"));
            assertThat(shown("receiver")).isEqualTo("Vuxenhälsan, Kim Berg");
        }
    }

    private void findsAnother(Map<String, Object> met) {
        Map<String, Object> found = new HashMap<>(
                Map.of("found", "yes", "programmeUnit", "other", "unit", "Vuxenhälsan", "contact", "Kim Berg"));
        found.putAll(met);
        world.completes("coach1", "userTask_findReceiver", caseNumber, found);
    }

    @Test
    void notYetIsAskedAgainEverySecondMonthWithWhatWasAnsweredBefore() {
        accepts();
        answers(CASEWORKER, Map.of("answer1", "followed", "answer2", "not-yet", "comment2", "Väntar på tid"));
        world.passesTo(TODAY.plusMonths(2).minusDays(1));
        assertThat(asked()).isEmpty();
        world.passesTo(TODAY.plusMonths(2));
        assertThat(asked()).hasSize(1);
        assertThat(shown("answer1")).isEqualTo("followed");
        assertThat(shown("comment2")).isEqualTo("Väntar på tid");
        answers(CASEWORKER, Map.of("answer1", "followed", "answer2", "not-yet"));
        world.passesTo(TODAY.plusMonths(4));
        answers(CASEWORKER, Map.of("answer1", "followed", "answer2", "followed"));
        assertThat(world.endsOf("response")).contains("endEvent_answered");
    }

    private List<String> asked() {
        return world.mailTo(CASEWORKER).stream()
                .filter(letter -> letter.startsWith("Svara på återremissen"))
                .toList();
    }

    @Test
    void onlyTheLeadMayCloseTheQuestion() {
        accepts();
        Map<String, Object> closing =
                Map.of("answer1", "followed", "closed", true, "closedWhy", "Deltagaren har flyttat utomlands.");
        assertThatThrownBy(() -> answers(CASEWORKER, closing))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Fråga inte igen:");
        tasks.setAssignee(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .singleResult()
                        .getId(),
                LEAD);
        answers(LEAD, closing);
        assertThat(world.endsOf("response")).contains("endEvent_answered");
    }

    private String receiving() {
        return units.receiving(caseNumber).map(Settings.Unit::name).orElse("none");
    }

    @Test
    void aUnitOfTheProgrammeIsChosenAndKeptAsTheOneThatTakesOver() {
        receives(Map.of("programmeUnit", "vardcentralen-tumba", "accepted", "no", "comment", "Fel stadsdel"));
        assertThat(receiving()).as("it does not take over").isEqualTo("none");
        assertThat(world.shown("coach1", "userTask_findReceiver", caseNumber, "refusedBy"))
                .isEqualTo("Vårdcentralen Tumba");
        assertThatThrownBy(() -> world.completes(
                        "coach1",
                        "userTask_findReceiver",
                        caseNumber,
                        Map.of("found", "yes", "programmeUnit", "okand", "contact", "Kim Berg")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ny mottagande enhet:");
        world.completes(
                "coach1",
                "userTask_findReceiver",
                caseNumber,
                Map.of("found", "yes", "programmeUnit", "af-botkyrka", "contact", "Kim Berg"));
        assertThat(receiving()).isEqualTo("Arbetsförmedlingen Botkyrka");
        assertThat(shown("receiver")).isEqualTo("Arbetsförmedlingen Botkyrka, Kim Berg");
    }

    private OtherSettings jobbtorg() {
        return new OtherSettings(
                programmes,
                "samboradet",
                "units: [{code: af-botkyrka, name: Jobbtorg, authority: null, address: jobbtorg@samsteg.example}]");
    }

    private List<String> lettersToJobbtorg() {
        return world.mailTo("jobbtorg");
    }

    @Test
    void aUnitWithoutUsersThatTakesOverGetsALetterWithTheCaseNumberAndWhomToAsk() {
        try (var settings = jobbtorg()) {
            receives(Map.of("programmeUnit", "af-botkyrka", "accepted", "yes", "contact", "Kim Berg"));

            assertThat(lettersToJobbtorg())
                    .singleElement()
                    .asString()
                    .contains(caseNumber, "Maria Ekström")
                    .doesNotContain("Kim Berg", "http");
            answers(CASEWORKER, Map.of("answer1", "not-yet", "answer2", "followed"));
            assertThat(lettersToJobbtorg()).as("once").hasSize(1);
        }
    }

    @Test
    void aResponseThatGoesOnDoesNotWriteToTheUnitAgain() {
        try (var settings = jobbtorg()) {
            receives(Map.of("programmeUnit", "af-botkyrka", "accepted", "yes", "contact", "Kim Berg"));
            String ended = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .singleResult()
                    .getId();
            runtime.deleteProcessInstance(ended, "ended by mistake");
            DelegateExecution reopening = mock(DelegateExecution.class);
            when(reopening.getVariable("caseNumber")).thenReturn(caseNumber);
            when(reopening.getVariable(CaseInstances.ENDED)).thenReturn("response");
            response.resume(reopening);

            assertThat(shown("recommendation1")).isEqualTo("Fortsatt arbetsträning.");
            assertThat(lettersToJobbtorg()).hasSize(1);
        }
    }

    @Test
    void theUnitThatWasWrittenToHearsThatItDoesNotTakeOverWhenTheExitIsUndone() {
        try (var settings = jobbtorg()) {
            receives(Map.of("programmeUnit", "af-botkyrka", "accepted", "yes", "contact", "Kim Berg"));
            undoesTheExit();
            assertThat(lettersToJobbtorg())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("Överlämningen gäller inte", "Ni tar alltså inte över", caseNumber, "Maria Ekström")
                    .doesNotContain("Kim Berg", "http");
            assertThat(world.endsOf("response")).contains("endEvent_withdrawn");
        }
    }

    @Test
    void aUnitThatWasNotWrittenToHearsNothingWhenTheExitIsUndone() {
        try (var settings = jobbtorg()) {
            receives(Map.of("accepted", "no", "comment", "Fel stadsdel"));
            undoesTheExit();
            assertThat(lettersToJobbtorg()).isEmpty();
        }
    }

    private void undoesTheExit() {
        world.passesTo(TODAY.plusDays(1));
        runtime.createMessageCorrelation("exit.undone")
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
        world.passesTo(TODAY.plusDays(2));
    }

    @Test
    void aUnitWithoutUsersThatTheCoachFindsGetsTheLetterToo() {
        try (var settings = jobbtorg()) {
            receives(Map.of("accepted", "no", "comment", "Fel stadsdel"));
            assertThat(lettersToJobbtorg()).isEmpty();
            world.completes(
                    "coach1",
                    "userTask_findReceiver",
                    caseNumber,
                    Map.of("found", "yes", "programmeUnit", "af-botkyrka", "contact", "Kim Berg"));

            assertThat(lettersToJobbtorg()).hasSize(1);
        }
    }

    @Test
    void aUnitThatTakesOverByTheMainOutcomeIsToldByTheExitAlone() {
        try (var settings = new OtherSettings(programmes, "samboradet", """
                units: [{code: af-botkyrka, name: Jobbtorg, authority: null, address: jobbtorg@samsteg.example}]
                exit:
                  mainOutcomes:
                    - {code: work-training, name: A, counts: WORK, onlyOn: null, contact: HANDED_OVER, handedTo: af-botkyrka}""")) {
            receives(Map.of("programmeUnit", "af-botkyrka", "accepted", "yes", "contact", "Kim Berg"));

            assertThat(lettersToJobbtorg()).isEmpty();
        }
    }

    @Test
    void anotherUnitThanTheProgrammesIsWritten() {
        accepts();
        assertThat(receiving()).isEqualTo("none");
        assertThat(shown("receiver")).isEqualTo("AF Botkyrka, Anna Lindqvist");
    }
}
