package se.samsteg.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

@SamstegTest
@RecordApplicationEvents
class ExitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 9);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private String caseNumber;

    @BeforeEach
    void exitBegins() {
        world.begin(TODAY);
        caseNumber = cases.open("coach1", TODAY.minusDays(300));
        cases.has(
                caseNumber,
                "planning-action-plan",
                new Journey.Plan(
                        "Jag vill orka arbeta halvtid.",
                        List.of(
                                new Journey.Plan.Step(1, "Bättre sömn och ork", "Hälsogrupp två gånger i veckan"),
                                new Journey.Plan.Step(2, "Pröva arbete", "Arbetsträning"))));
        cases.has(caseNumber, "planning-baseline", new Baseline("own-questions", "2", "3"));
        cases.has(caseNumber, "prerehab-group-evaluation", new Journey.Group("Rutiner och nya bekanta."));
        cases.has(caseNumber, "workplace-introduction", new Journey.Workplace("Handelsträdgården", "plantering"));
        runtime.startProcessInstanceByKey("exit", caseNumber, Map.of("caseNumber", caseNumber));
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private record Baseline(String instrument, String instrumentVersion, String physicalHealth) {}

    private void measure() {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "measured", "yes",
                "selfRatedHealth", "good",
                "healthSinceStart", "better",
                "selfSupportSinceStart", "declined",
                "sickLeaveDegree", "50",
                "physicalHealth", "6"));
        answers.putAll(Map.of(
                "motivation", "7",
                "readiness", "unable",
                "instrument", "own-questions",
                "instrumentVersion", "2"));
        world.completes("coach1", "userTask_measure", caseNumber, answers);
    }

    private void outcome(String main, List<String> secondary) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "ground",
                "plan-completed",
                "mainOutcome",
                main,
                "secondaryOutcomes",
                secondary,
                "occupation",
                "work-training",
                "livelihoodSources",
                List.of("activity-support", "salary"),
                "destination",
                "Arbetsförmedlingen",
                "continuation",
                "awaiting-employment",
                "exitOn",
                TODAY.plusDays(20)));
        world.completes("coach1", "userTask_recordOutcome", caseNumber, answers);
    }

    private void write() {
        Map<String, Object> texts = new HashMap<>(Map.of(
                "shortForm", false,
                "purpose", shown("purpose"),
                "measures", shown("measures"),
                "result", "Deltagaren har fått rutiner och orkar nu arbetsträna på halvtid.",
                "recommendation1", "Fortsatt arbetsträning med upptrappning till 75 % under våren.",
                "recommendation2", "Samtalsstöd på vårdcentralen för sömnen.",
                "healthProfile", shown("healthProfile"),
                "careNeed", "Sömnsvårigheter och oro.",
                "careNeedMet", "Vårdcentralen erbjuder sömnskola och samtal."));
        world.completes("coach1", "userTask_writeReferralBack", caseNumber, texts);
    }

    private Object shown(String key) {
        return world.shown("coach1", "userTask_writeReferralBack", caseNumber, key);
    }

    @Test
    void theReferralBackIsPrefilledFromWhatHappened() {
        measure();
        outcome("available", List.of("work-training"));
        assertThat(shown("purpose"))
                .asString()
                .isEqualTo("Jag vill orka arbeta halvtid.\nBättre sömn och ork\nPröva arbete");
        assertThat(shown("measures"))
                .asString()
                .contains("Hälsogrupp två gånger i veckan")
                .contains("Arbetsplatsintroduktion hos Handelsträdgården: plantering");
        assertThat(shown("result")).isEqualTo("Rutiner och nya bekanta.");
        assertThat(shown("healthProfile"))
                .asString()
                .contains("Hur är hälsan jämfört med när du började? Bättre")
                .doesNotContain("försörja")
                .contains("Fysisk hälsa: 3 vid start, 6 vid slut")
                .contains("Beredskap för arbete eller studier: saknas vid start, saknas vid slut");
        assertThat(shown("shortForm")).isEqualTo(false);
        assertThat(runtime.getVariables(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("exit")
                        .singleResult()
                        .getId()))
                .as("nothing of the text is a variable of the process")
                .containsOnlyKeys("caseNumber", "exitOn");
    }

    @Test
    void theMainOutcomeCannotBeASecondaryOneToo() {
        measure();
        assertThatThrownBy(() -> outcome("available", List.of("available", "moved")))
                .isInstanceOf(Refused.class)
                .hasMessage("Andra utfall: huvudutfallet ska inte anges en gång till.");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_recordOutcome");
    }

    @Test
    void whatTheLeadWantsChangedIsShownWithTheTextAsItWas() {
        measure();
        outcome("available", List.of());
        write();
        world.completes(
                "projektledare1",
                "userTask_approveReferralBack",
                caseNumber,
                Map.of("decision", "send-back", "changeRequest", "Nämn sömnskolan."));
        assertThat(shown("changeRequest")).isEqualTo("Nämn sömnskolan.");
        assertThat(shown("recommendation2")).isEqualTo("Samtalsstöd på vårdcentralen för sömnen.");
        assertThat(documents()).isZero();
    }

    private int documents() {
        return jdbc.sql("select count(*) from document").query(Integer.class).single();
    }

    @Test
    void theOtherModulesLearnOnTheExitDateThatTheCaseIsClosed() {
        measure();
        outcome("available", List.of());
        write();
        assertThat(events.stream(CaseClosed.class)).isEmpty();
        world.passesTo(TODAY.plusDays(20));
        assertThat(events.stream(CaseClosed.class)).containsExactly(new CaseClosed(caseNumber));
    }

    @Test
    void theApprovedTextBecomesADocumentOfTheCase() throws IOException {
        measure();
        outcome("available", List.of());
        write();
        assertThat(world.shown("projektledare1", "userTask_approveReferralBack", caseNumber, "recommendation1"))
                .asString()
                .startsWith("Fortsatt arbetsträning");
        world.completes("projektledare1", "userTask_approveReferralBack", caseNumber, Map.of("decision", "approve"));

        byte[] pdf = jdbc.sql("select content from document where case_number = ? and kind = 'referral-back'")
                .param(caseNumber)
                .query(byte[].class)
                .single();
        Files.write(Path.of("target/referral-back.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Återremiss", caseNumber, "Åsa Öberg", "Deltog från 12 februari 2026 till 29 december 2026")
                    .contains("Utfall: Står till arbetsmarknadens förfogande via AF")
                    .contains("1. Fortsatt arbetsträning", "2. Samtalsstöd")
                    .contains("Kvarstående vårdbehov", "Sömnsvårigheter och oro.", "Hälsoprofil");
        }
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_receiveReferralBack");
    }

    private void approve() {
        world.completes("projektledare1", "userTask_approveReferralBack", caseNumber, Map.of("decision", "approve"));
    }

    private @Nullable LocalDate closedOn() {
        return jdbc.sql("select closed_on from case_file where case_number = ?")
                .param(caseNumber)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    private long followups() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("followup")
                .processInstanceBusinessKey(caseNumber)
                .count();
    }

    @Test
    void onTheExitDateTheCaseIsClosedAndFollowedUpAndTheReferrerIsAsked() {
        measure();
        outcome("available", List.of());
        write();
        approve();
        assertThat(world.endsOf("exit")).contains("endEvent_exited");
        world.passesTo(TODAY.plusDays(19));
        assertThat(closedOn()).isNull();
        world.passesTo(TODAY.plusDays(20));
        assertThat(closedOn()).isEqualTo(TODAY.plusDays(20));
        assertThat(followups()).isEqualTo(1);
        assertThat(world.openTasks(caseNumber))
                .as("it does not end with the case")
                .containsExactly("userTask_receiveReferralBack");
        assertThat(world.mailTo("handlaggare.fk"))
                .singleElement()
                .asString()
                .startsWith("Återremiss i ärende " + caseNumber)
                .doesNotContain("Åsa");
    }

    @Test
    void theCaseOfADeceasedParticipantIsClosedWithoutFollowup() {
        world.completes(
                "coach1",
                "userTask_measure",
                caseNumber,
                Map.of(
                        "measured", "no",
                        "missingReason", "deceased",
                        "sickLeaveDegree", "unknown",
                        "instrument", "own-questions",
                        "instrumentVersion", "2"));
        world.completes(
                "coach1",
                "userTask_recordOutcome",
                caseNumber,
                Map.of(
                        "ground", "hindrance",
                        "mainOutcome", "deceased",
                        "secondaryOutcomes", List.of(),
                        "occupation", "other",
                        "livelihoodSources", List.of("none"),
                        "destination", "Avliden",
                        "exitOn", TODAY));
        assertThat(shown("shortForm")).isEqualTo(true);
        world.completes(
                "coach1",
                "userTask_writeReferralBack",
                caseNumber,
                Map.of(
                        "shortForm", true,
                        "purpose", "Arbete",
                        "measures", "Grupp",
                        "result", "Avliden",
                        "recommendation1", "Inga fler insatser"));
        approve();
        assertThat(closedOn()).isEqualTo(TODAY);
        assertThat(followups()).isZero();
    }
}
