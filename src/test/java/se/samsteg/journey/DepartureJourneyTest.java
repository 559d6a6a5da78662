package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.admission.Admission;
import se.samsteg.form.Refused;

/** A participant dies, or after the exit wants no more contact: everything closes, without a question. */
@SamstegTest
class DepartureJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Admission admission;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(MONDAY);
    }

    // ---- told

    private Case referred() {
        return referred("19800101-9804");
    }

    private Case referred(String number) {
        return Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(number, world.today()));
    }

    private Case onTheLadder() {
        return referred().admitted().enrolledWithAPlan(Answers.plan(world.today(), "workplace"));
    }

    private Case exited() {
        Case anna = onTheLadder().does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        return anna.does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.outcome("plan-completed", "other-authority", world.today()))
                .does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());
    }

    private void told(String user, Case of, String reason, LocalDate day) {
        world.starts(user, "departure", Answers.of("caseNumber", of.caseNumber, "reason", reason, "happenedOn", day));
    }

    private void takenBack(Case of) {
        world.starts(
                Case.COACH,
                "reopening",
                Answers.of("caseNumber", of.caseNumber, "why", "Fel person " + Answers.MARKER));
    }

    private void noLettersLeave(Case of, Period during) {
        of.hasNoTasks();
        List<String> letters = lettersAbout(of);
        world.passes(during);
        of.hasNoTasks();
        assertThat(lettersAbout(of)).containsExactlyInAnyOrderElementsOf(letters);
        assertThat(running(of)).isEmpty();
    }

    private List<String> lettersAbout(Case of) {
        return world.allMail().stream()
                .filter(letter -> letter.contains(of.caseNumber))
                .toList();
    }

    private List<String> running(Case of) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(of.caseNumber).list().stream()
                .map(instance -> instance.getProcessDefinitionId().replaceAll(":.*", ""))
                .sorted()
                .toList();
    }

    private @Nullable LocalDate closedOn(Case of) {
        return jdbc.sql("select closed_on from case_file where case_number = ?")
                .param(of.caseNumber)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    private List<Map<String, Object>> exit(Case of) {
        return jdbc.sql("select exit_on::text, ground, main_outcome from case_exit where case_number = ?")
                .param(of.caseNumber)
                .query()
                .listOfRows();
    }

    private int count(String sql, Case of) {
        return jdbc.sql(sql).param(of.caseNumber).query(Integer.class).single();
    }

    @Test
    void aDeathOnTheLadderIsAnExitWithoutQuestions() {
        Case anna = onTheLadder()
                .does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(MONDAY));
        world.starts(Case.COACH, "sip", SipAnswers.request(anna.caseNumber));
        world.passes(Period.ofDays(3));
        told("handlaggare.fk", anna, "deceased", MONDAY.plusDays(1));

        assertThat(closedOn(anna)).isEqualTo(MONDAY.plusDays(1));
        assertThat(exit(anna)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("exit_on", MONDAY.plusDays(1).toString())
                .containsEntry("main_outcome", "deceased"));
        assertThat(count("select count(*) from place where case_number = ? and freed_on is null", anna))
                .isZero();
        assertThat(count("select count(*) from placement where case_number = ? and ended_on is null", anna))
                .isZero();
        assertThat(world.mailTo(Case.COACH)).last().asString().contains(anna.caseNumber, "Du behöver inte göra något");
        assertThat(world.mailTo("handlaggare.fk")).last().asString().contains("Du behöver inte göra något");
        noLettersLeave(anna, Period.ofMonths(2));
    }

    @Test
    void whoDiesInAGroupLeavesTheRollAndTheSeatIsOffered() {
        Case anna = referred().admitted().enrolledWithAPlan(Answers.planWithAGroup(MONDAY, "halsogrupp"));
        world.starts(
                "gruppcoach1",
                "group",
                Answers.group("halsogrupp", MONDAY.plusWeeks(1), List.of("monday", "thursday")));
        String group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        world.completes(
                "gruppcoach1", "userTask_staffGroup", group, Answers.of("participants", List.of(anna.caseNumber)));
        Case bo = referred(IdentityNumbers.some(1).get(0))
                .admitted()
                .enrolledWithAPlan(Answers.planWithAGroup(MONDAY, "halsogrupp"));
        told(Case.COACH, anna, "deceased", MONDAY);

        assertThat(count("select count(*) from group_place where case_number = ? and left_on is null", anna))
                .isZero();
        anna.hasNoTasks();
        assertThat(world.openTasks(group)).containsOnlyOnce("userTask_fillSeats");
        world.completes("gruppcoach1", "userTask_fillSeats", group, Answers.of("participants", List.of(bo.caseNumber)));
        assertThat(count("select count(*) from group_place where case_number = ? and seat is not null", bo))
                .isEqualTo(1);
    }

    @Test
    void whoDiesWhileTheReferralWaitsIsNoExit() {
        Case anna = referred().isAt("userTask_assess");
        told("handlaggare.fk", anna, "deceased", MONDAY);

        assertThat(exit(anna)).isEmpty();
        noLettersLeave(anna, Period.ofMonths(2));
    }

    @Test
    void whoDiesInTheQueueLeavesIt() {
        theProgrammeIsFull();
        Case anna = referred().admitted();
        assertThat(count("select count(*) from waiting where case_number = ?", anna))
                .isEqualTo(1);
        told(Case.COACH, anna, "deceased", MONDAY);

        assertThat(count("select count(*) from waiting where case_number = ?", anna))
                .isZero();
        assertThat(exit(anna)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("main_outcome", "deceased"));
        noLettersLeave(anna, Period.ofMonths(2));
    }

    @Test
    void whoDiesOnTheWayOutIsAskedForNoReceivingUnit() {
        Case anna = onTheLadder();
        world.starts(Case.COACH, "interruption", Answers.interruption(anna.caseNumber, "moved"));
        anna.isAt("userTask_measure");
        told(Case.COACH, anna, "deceased", MONDAY);

        assertThat(exit(anna)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("main_outcome", "deceased"));
        noLettersLeave(anna, Period.ofMonths(2));
    }

    @Test
    void aDeathInTheYearAfterEndsTheFollowUpAndLeavesTheExitAsItWas() {
        Case anna = exited().isAt("userTask_receiveReferralBack");
        world.passes(Period.ofMonths(1));
        anna.isAt("userTask_contact");
        told(Case.COACH, anna, "deceased", world.today().minusDays(2));

        assertThat(closedOn(anna)).isEqualTo(MONDAY);
        assertThat(exit(anna)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("exit_on", MONDAY.toString())
                .containsEntry("main_outcome", "other-authority"));
        assertThat(jdbc.sql("select reason from departed_case where case_number = ?")
                        .param(anna.caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("deceased");
        noLettersLeave(anna, Period.ofMonths(14));
    }

    @Test
    void afterTheExitAParticipantMayDeclineContact() {
        Case anna = exited();
        told(Case.LEAD, anna, "declines-contact", MONDAY);

        assertThat(running(anna)).doesNotContain("followup").contains("response");
        assertThat(exit(anna)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("main_outcome", "other-authority"));
    }

    @Test
    void whoDeclinesContactIsHandedOverAllTheSame() {
        Case anna = onTheLadder().does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
        anna.does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.outcome("plan-completed", "other-authority", MONDAY));
        world.passes(Period.ofDays(1));
        told(Case.COACH, anna, "declines-contact", world.today());

        anna.does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve())
                .does(anna.caseworker, "userTask_receiveReferralBack", Answers.receipt())
                .does(anna.caseworker, "userTask_answerRecommendations", Answers.answersToRecommendations());
        world.passes(Period.ofMonths(14));
        anna.hasNoTasks();
    }

    @Test
    void duringParticipationOnlyADeathIsToldThisWay() {
        Case anna = onTheLadder();
        assertThatThrownBy(() -> told(Case.COACH, anna, "moved-abroad", MONDAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Vad har hänt?: under deltagandet gäller bara dödsfall.");
        anna.isAt("userTask_holdTalk");
    }

    @Test
    void aCaseInWhichNothingGoesOnIsNotClosedAgain() {
        Case anna = onTheLadder();
        told(Case.COACH, anna, "deceased", MONDAY);
        assertThatThrownBy(() -> told(Case.COACH, anna, "deceased", MONDAY))
                .isInstanceOf(Refused.class)
                .hasMessage("Ärende: det är avslutat och ingen uppföljning pågår.");
    }

    // ---- taken back

    @Test
    void aDeathThatWasTakenBackLetsTheCoachDecideTheNextStep() {
        Case anna = onTheLadder();
        told(Case.COACH, anna, "deceased", MONDAY);
        world.passes(Period.ofDays(29));
        takenBack(anna);

        anna.isAt("userTask_decideNextStep", "userTask_holdTalk");
        assertThat(closedOn(anna)).isNull();
        assertThat(exit(anna)).isEmpty();
        assertThat(count("select count(*) from place where case_number = ? and freed_on is null", anna))
                .isEqualTo(1);
        assertThat(running(anna)).contains("renewal").doesNotContain("departure", "reopening");
        anna.does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", world.today()))
                .isAt("userTask_measure");
    }

    @Test
    void theEndThatWasPreparedBeforeIsPreparedAgainAfterTheCaseIsOpened() {
        Case anna = onTheLadder();
        jdbc.sql("update case_file set enrolled_on = ? where case_number = ?")
                .params(MONDAY.minusMonths(17), anna.caseNumber)
                .update();
        world.passes(Period.ofMonths(18));
        anna.does(
                Case.COACH,
                "userTask_prepareEnd",
                Answers.of(
                        "remaining",
                        "Ett samtal",
                        "continuation",
                        "Arbete",
                        "plannedExit",
                        world.today().plusDays(7),
                        "moreTime",
                        "no"));
        told(Case.COACH, anna, "deceased", world.today());
        takenBack(anna);

        assertThat(world.openTasks(anna.caseNumber)).contains("userTask_prepareEnd");
    }

    @Test
    void whoOpensACaseReadsWhichPlacementMustBeBookedAnew() {
        Case anna = onTheLadder()
                .does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(MONDAY));
        told(Case.COACH, anna, "deceased", MONDAY);
        world.submits(Case.COACH, "reopening", Answers.of("caseNumber", anna.caseNumber));
        assertThat(world.shown(Case.COACH, "userTask_confirm", anna.caseNumber, "consequence"))
                .asString()
                .contains("måste bokas på nytt: placeringen hos Plantskolan");
    }

    @Test
    void afterThirtyDaysNothingIsTakenBack() {
        Case anna = onTheLadder();
        told(Case.COACH, anna, "deceased", MONDAY);
        world.passes(Period.ofDays(31));
        assertThatThrownBy(() -> takenBack(anna)).isInstanceOf(Refused.class).hasMessageStartingWith("Ärende: ");
    }

    @Test
    void whereNoPlaceIsFreeWhoIsBackIsFirstInTheQueue() {
        Case anna = onTheLadder();
        told(Case.COACH, anna, "deceased", MONDAY);
        theProgrammeIsFull();
        Case bo = Case.referred(
                        world,
                        jdbc,
                        "handlaggare.af",
                        Answers.referral(IdentityNumbers.some(1).get(0), MONDAY))
                .admitted();
        takenBack(anna);
        anna.hasNoTasks();
        assertThat(closedOn(anna)).isNull();

        admission.freePlace("SB-2020-1001");
        anna.isAt("userTask_decideNextStep");
        bo.hasNoTasks();
    }

    @Test
    void whoDoesNotWaitForAPlaceAgainIsExitedEarly() {
        Case anna = onTheLadder();
        told(Case.COACH, anna, "deceased", MONDAY);
        theProgrammeIsFull();
        takenBack(anna);
        world.starts(Case.COACH, "interruption", Answers.interruption(anna.caseNumber, "moved"));
        anna.does(Case.COACH, "userTask_measure", Answers.exitMeasurement())
                .does(Case.COACH, "userTask_recordOutcome", Answers.outcome("hindrance", "moved", world.today()));

        assertThat(closedOn(anna)).isEqualTo(world.today());
        assertThat(count("select count(*) from waiting where case_number = ?", anna))
                .isZero();
        assertThat(exit(anna)).singleElement().satisfies(row -> assertThat(row).containsEntry("main_outcome", "moved"));
    }

    @Test
    void aReferralThatWaitedIsAssessedAtTheNextSitting() {
        Case anna = referred().isAt("userTask_assess");
        told("handlaggare.fk", anna, "deceased", MONDAY);
        world.passes(Period.ofDays(20));
        world.starts(Case.LEAD, "reopening", Answers.of("caseNumber", anna.caseNumber, "why", "Fel " + Answers.MARKER));
        anna.isAt("userTask_assess").admitted().isAt("userTask_summon");
    }

    @Test
    void theFollowUpGoesOnWithTheContactsThatAreLeft() {
        Case anna = exited();
        world.passes(Period.ofMonths(1));
        anna.does(Case.COACH, "userTask_contact", Answers.contact());
        told(Case.COACH, anna, "moved-abroad", world.today());
        world.passes(Period.ofDays(10));
        takenBack(anna);

        assertThat(closedOn(anna)).isEqualTo(MONDAY);
        assertThat(world.openTasks(anna.caseNumber)).containsExactly("userTask_receiveReferralBack");
        world.passesTo(MONDAY.plusMonths(3));
        anna.does(Case.COACH, "userTask_contact", Answers.contact());
        assertThat(world.openTasks(anna.caseNumber)).containsExactly("userTask_receiveReferralBack");
        world.passesTo(MONDAY.plusYears(1));
        anna.isAt("userTask_followUpOneYear");
    }

    private void theProgrammeIsFull() {
        jdbc.sql("""
                        insert into person (id, no_number_reason, first_name, last_name, sex, municipality, tenant)
                        values ('00000000-0000-0000-0000-000000000001', 'prov', 'Bo', 'Ek', 'man', '0127', 'botkyrka')
                        """).update();
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on, coach)
                        select 'SB-2020-' || (1000 + n), 'samboradet', '00000000-0000-0000-0000-000000000001',
                          'handlaggare.soc', 'soc', '2020-01-01', null from generate_series(1, 50) as n""").update();
        jdbc.sql("""
                        insert into place (programme, case_number, taken_on)
                        select programme, case_number, '2020-01-01' from case_file where case_number like 'SB-2020-%'
                        """).update();
    }
}
