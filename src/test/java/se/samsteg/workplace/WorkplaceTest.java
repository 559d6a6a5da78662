package se.samsteg.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.casefile.Facts;
import se.samsteg.exit.CaseClosed;
import se.samsteg.form.Choice;
import se.samsteg.form.FormFiles;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.rectification.FactCorrected;

@SamstegTest
class WorkplaceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Placements placements;

    @Autowired
    Employers employers;

    @Autowired
    Facts facts;

    @Autowired
    Workplace workplace;

    @Autowired
    ApplicationEventPublisher events;

    private String caseNumber;

    @BeforeEach
    void aWorkplaceIsWanted() {
        world.begin(TODAY);
        caseNumber = cases.open("coach1", TODAY.minusDays(60));
        cases.has(
                caseNumber,
                "prerehab-support-assessment",
                new Workplace.Assessment("Lugn miljö", null, "Korta pass i början"));
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private void workplaceIsSought() {
        runtime.startProcessInstanceByKey("workplace", caseNumber, Map.of("caseNumber", caseNumber));
    }

    private void introduced() {
        workplaceIsSought();
        assertThat(world.shown("konsulent1", "userTask_matchWorkplace", caseNumber, "adaptations"))
                .isEqualTo("Lugn miljö\nKorta pass i början");
        world.completes(
                "konsulent1",
                "userTask_matchWorkplace",
                caseNumber,
                Map.of(
                        "interest", "Trädgård",
                        "adaptations", "Lugn miljö",
                        "matchResult", "matched",
                        "employer", "new",
                        "newEmployer", "Handelsträdgården",
                        "foundByParticipant", true));
        world.completes(
                "konsulent1",
                "userTask_introduce",
                caseNumber,
                Map.of(
                        "outcome",
                        "held",
                        "employer",
                        "Handelsträdgården",
                        "supervisor",
                        "Bo Gren",
                        "type",
                        "practice",
                        "extentPercent",
                        50,
                        "startsOn",
                        TODAY.plusDays(6),
                        "endsOn",
                        TODAY.plusDays(60)));
    }

    private void matched(Map<String, Object> with) {
        Map<String, Object> answers = new HashMap<>(Map.of("interest", "Trädgård", "matchResult", "matched"));
        answers.putAll(with);
        world.completes("konsulent1", "userTask_matchWorkplace", caseNumber, answers);
    }

    private List<String> choices() {
        return workplace.employers(caseNumber).stream().map(Choice::label).toList();
    }

    @Test
    void aConsultantChoosesAmongTheEmployersOfTheAssociationWithContactAndPlacementsSoFar() {
        introduced();
        followUp(ended(TODAY));
        employers.registered("stockholm", "Bageriet");
        assertThat(choices()).containsExactly("Handelsträdgården · 1 placering, 2026-09-07", "Finns inte i listan");
        caseNumber = cases.open("coach1", TODAY.minusDays(60));
        workplaceIsSought();

        matched(Map.of("employer", "Handelsträdgården", "contactName", "Eva Ek", "contactPhone", "08-123 45 67"));

        assertThat(world.shown("konsulent1", "userTask_introduce", caseNumber, "employer"))
                .isEqualTo("Handelsträdgården");
        assertThat(world.shown("konsulent1", "userTask_introduce", caseNumber, "employerContact"))
                .isEqualTo("Eva Ek, 08-123 45 67");
        introducedAt("Handelsträdgården");
        assertThat(choices())
                .containsExactly(
                        "Handelsträdgården · Eva Ek, 08-123 45 67 · 2 placeringar, senast 2026-09-07",
                        "Finns inte i listan");
    }

    private void introducedAt(String employer) {
        world.completes(
                "konsulent1",
                "userTask_introduce",
                caseNumber,
                Map.of(
                        "outcome",
                        "held",
                        "employer",
                        employer,
                        "supervisor",
                        "Bo Gren",
                        "type",
                        "practice",
                        "extentPercent",
                        50,
                        "startsOn",
                        TODAY,
                        "endsOn",
                        TODAY.plusDays(60)));
    }

    @Test
    void anEmployerThatIsInTheRegisterAlreadyIsNotThereTwice() {
        employers.registered("botkyrka", "Handelsträdgården");
        workplaceIsSought();

        matched(Map.of("employer", "new", "newEmployer", "HANDELSTRÄDGÅRDEN", "contactEmail", "eva@tradgard.se"));
        introducedAt("handelsträdgården");

        assertThat(choices())
                .containsExactly(
                        "Handelsträdgården · eva@tradgard.se · 1 placering, 2026-09-01", "Finns inte i listan");
        assertThat(facts.latest(caseNumber, Matching.Found.class).orElseThrow().employer())
                .isEqualTo("Handelsträdgården");
    }

    @Test
    void anEmployerThatIsNotInTheListIsNamed() {
        workplaceIsSought();
        assertThatThrownBy(() -> matched(Map.of("employer", "new")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ny arbetsgivare:");
        assertThatThrownBy(() -> matched(Map.of("employer", "Bageriet")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Arbetsgivare:");
        assertThat(choices()).containsExactly("Finns inte i listan");
    }

    @Test
    void whoTakesTheTaskSeesEmployersThatWereRegisteredSinceItCame() {
        workplaceIsSought();
        employers.registered("botkyrka", "Bageriet");

        matched(Map.of("employer", "Bageriet"));

        assertThat(workplace.employer(caseNumber)).isEqualTo("Bageriet");
    }

    @Test
    void aCorrectedNameOfTheEmployerHoldsForTheRegister() {
        introduced();
        jdbc.sql("update placement set employer = 'Handelsgården'").update();

        events.publishEvent(new FactCorrected(caseNumber, "workplace-introduction", "employer"));

        assertThat(choices()).containsExactly("Handelsgården · 1 placering, 2026-09-07", "Finns inte i listan");
    }

    @Test
    void theContactPersonOfAnEmployerWithoutPlacementsForYearsIsForgottenAndTheEmployerStays() {
        introduced();
        UUID garden = employers.registered("botkyrka", "Handelsträdgården");
        UUID bakery = employers.registered("botkyrka", "Bageriet");
        employers.reach(garden, "Eva Ek", null, null, TODAY.minusYears(6));
        employers.reach(bakery, "Ola Al", "08-1 23 45", null, TODAY.minusYears(5));

        employers.eraseContacts(TODAY.minusYears(5));
        assertThat(choices())
                .as("a participant is at the one")
                .containsExactly(
                        "Bageriet · ingen placering än",
                        "Handelsträdgården · Eva Ek · 1 placering, 2026-09-07",
                        "Finns inte i listan");

        followUp(ended(TODAY));
        employers.eraseContacts(TODAY);
        assertThat(choices()).contains("Handelsträdgården · 1 placering, 2026-09-07");
    }

    private void followUp(Map<String, Object> said) {
        Map<String, Object> answers = new HashMap<>(said);
        answers.putIfAbsent("outcome", "held");
        world.completes("konsulent1", "userTask_followUpPlacement", caseNumber, answers);
    }

    @Test
    void aParticipantWhoDoesNotComeToTheFollowUpIsMissedAndMetOnANewDay() {
        introduced();
        assertThatThrownBy(() -> followUp(Map.of("outcome", "absent")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nästa uppföljning");

        followUp(Map.of("outcome", "absent", "nextDay", TODAY.plusDays(3), "nextPlace", "Handelsträdgården"));

        assertThat(world.shown("konsulent1", "userTask_followUpPlacement", caseNumber, "placement"))
                .asString()
                .endsWith("Bokad uppföljning " + TODAY.plusDays(3) + ", Handelsträdgården");
        assertThat(jdbc.sql("select meeting from no_show where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("follow-up");
        assertThat(placements.running(caseNumber)).isPresent();
    }

    @Test
    void aPlacementIsKeptExtendedAndEndedByAJob() {
        introduced();
        Placement placement = placements.running(caseNumber).orElseThrow();
        assertThat(placement.foundByParticipant()).isTrue();
        assertThat(world.shown("konsulent1", "userTask_followUpPlacement", caseNumber, "placement"))
                .isEqualTo("Praktik hos Handelsträdgården, 50 %, från 2026-09-07 till 2026-10-31. Handledare: Bo Gren");

        followUp(Map.of("observation", "Trivs", "placementResult", "extended", "newEndsOn", TODAY.plusDays(90)));
        assertThat(placements.running(caseNumber).orElseThrow().endsOn()).isEqualTo(TODAY.plusDays(90));

        followUp(Map.of("observation", "Trivs", "placementResult", "job-offered", "jobOffer", "Trädgårdsarbetare"));
        assertThat(placements.running(caseNumber)).isEmpty();
        assertThat(jdbc.sql("select end_reason from placement where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .isEqualTo("job-offered");
        assertThat(world.endsOf("workplace")).containsExactly("endEvent_jobOffered");
    }

    @Test
    void aRefusedFollowUpLeavesThePlacementAsItWas() {
        introduced();
        assertThatThrownBy(() -> followUp(
                        Map.of("observation", "Trivs", "placementResult", "extended", "newEndsOn", TODAY.plusDays(30))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Nytt slutdatum:");
        assertThat(placements.running(caseNumber).orElseThrow().endsOn()).isEqualTo(TODAY.plusDays(60));
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_followUpPlacement");
    }

    private static Map<String, Object> ended(LocalDate lastDay) {
        return Map.of(
                "observation", "Orkade inte",
                "placementResult", "ended",
                "endedOn", lastDay.toString(),
                "endReason", "health",
                "afterPlacement", "next-step");
    }

    private LocalDate lastDay() {
        return jdbc.sql("select ended_on from placement where case_number = ?")
                .param(caseNumber)
                .query(LocalDate.class)
                .single();
    }

    @Test
    void aPlacementEndsOnItsRealLastDayWhichIsNeitherToComeNorBeforeTheFirst() {
        introduced();
        world.passesTo(TODAY.plusDays(30));
        assertThatThrownBy(() -> followUp(ended(TODAY.plusDays(31))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Sista dag:");
        assertThatThrownBy(() -> followUp(ended(TODAY.plusDays(5))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Sista dag:");

        followUp(ended(TODAY.plusDays(20)));
        assertThat(lastDay()).isEqualTo(TODAY.plusDays(20));
    }

    @Test
    void aPlacementThatIsGivenUpBeforeItBeginsEndsToday() {
        introduced();
        followUp(ended(TODAY));
        assertThat(lastDay()).isEqualTo(TODAY);
    }

    @Test
    void aFollowUpComesEveryFourWeeksAndNotAfterTheAgreedEnd() {
        introduced();
        assertThat(workplace.followUpDue(caseNumber)).hasSameTimeAs("2026-10-05T08:00:00+02:00");
        world.passesTo(TODAY.plusDays(40));
        assertThat(workplace.followUpDue(caseNumber)).hasSameTimeAs("2026-10-31T08:00:00+01:00");
    }

    @Test
    void aClosedCaseHasNoRunningPlacement() {
        introduced();
        events.publishEvent(new CaseClosed(caseNumber));
        assertThat(placements.running(caseNumber)).isEmpty();
    }

    @Test
    void lentWorkHasAnEndAndEmploymentNeedNot() {
        assertThatThrownBy(() -> introduction("practice", null))
                .hasMessage("Till och med: praktik ska ha ett slutdatum.");
        assertThatThrownBy(() -> introduction("employment", TODAY.minusDays(1)))
                .hasMessageContaining("före startdatumet");
        assertThatCode(() -> introduction("employment", null)).doesNotThrowAnyException();
    }

    private static Introduction introduction(String type, @Nullable LocalDate endsOn) {
        Introduction introduction =
                new Introduction("AB", "Bo", null, type, 50, TODAY, endsOn, null, null, null, null, null);
        introduction.check(ProgrammeFiles.samboradet(), FormFiles.text("workplace-introduction"));
        return introduction;
    }

    @Test
    void anEndedPlacementSaysWhyAndWhatIsNext() {
        assertThatThrownBy(() ->
                        new FollowUp("held", "Slut", "ended", null, null, null, null, null, null, null, null, null))
                .hasMessageContaining("Sista dag:")
                .hasMessageContaining("Varför avslutas placeringen?:")
                .hasMessageContaining("Vad händer nu?:");
    }

    @Test
    void aSearchWithoutAWorkplaceSaysWhy() {
        assertThatThrownBy(() -> new Match("Kök", null, null, "no-workplace", null, null, null, null, null, null, null))
                .isInstanceOf(Refused.class);
    }
}
