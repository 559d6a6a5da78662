package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;

/**
 * An autumn in which cases come to wait in every phase of every process, some for the first time and some late, and a few
 * end. What a release's dump holds beside the cases of the embedded default.
 */
public final class EveryPhase {

    /** One case ends six years before the others begin, so that the retention has a file to go through. */
    public static final LocalDate LONG_AGO = LocalDate.of(2020, 11, 2);

    /** A Friday within the first fortnight of a month, in which the lead looks at the log. */
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 4);

    private static final LocalDate AUTUMN = LocalDate.of(2026, 8, 31);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);
    private static final String CASEWORKER = "handlaggare.fk";
    private static final String MEMBER = "ledamot.soc";
    private static final String THERAPIST = "arbetsterapeut1";
    private static final String OTHER_COACH = "coach2";

    private final World world;
    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final AccessLog log;
    private final Iterator<String> people = IdentityNumbers.some(150).iterator();

    public EveryPhase(World world, JdbcClient jdbc, RuntimeService runtime, AccessLog log) {
        this.world = world;
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.log = log;
    }

    /**
     * Begins on {@link #LONG_AGO} and ends on {@link #LAST_DAY}.
     *
     * @param demo plays the cases of the embedded default, which are some weeks old in the end
     */
    public void comesAbout(Runnable demo) {
        recommended().does(CASEWORKER, "userTask_receiveRecommendation", Answers.of());
        world.passesTo(LocalDate.of(2026, 1, 1));
        until(AUTUMN);
        Case preliminary = longStays();
        waitingForOthers();
        twoGroups();
        demo.run();
        world.settles();
        until(LocalDate.of(2026, 11, 16));
        beforeAPlace();
        preliminary.does(
                Case.COACH,
                "userTask_checkIn",
                Answers.of("startedAsPlanned", "yes", "experience", "Bra " + Answers.MARKER));
        onTheLadder();
        absent();
        onTheWayOut();
        beside();
        until(LocalDate.of(2026, 11, 25));
        lately();
        staffMoves();
        everyPlaceIsTaken();
        until(LAST_DAY);
    }

    // ---- time

    /** Day by day; the minutes of sittings are written, but for the last. */
    private void until(LocalDate day) {
        while (world.today().isBefore(day)) {
            world.passesTo(world.today().plusDays(1));
            if (world.today().isBefore(LocalDate.of(2026, 11, 16))
                    && world.openTasks(null).contains("userTask_minutes")) {
                world.completes(
                        Case.LEAD,
                        "userTask_minutes",
                        null,
                        Answers.of(
                                "held",
                                "yes",
                                "place",
                                "Lokalen " + Answers.MARKER,
                                "authoritiesPresent",
                                List.of("af", "fk", "soc")));
            }
        }
    }

    // ---- cases to begin with

    private Map<String, Object> referral() {
        return Answers.referral(people.next(), world.today());
    }

    private Case referred(Map<String, Object> referral) {
        return Case.referred(world, jdbc, CASEWORKER, referral);
    }

    private Case referred() {
        return referred(referral());
    }

    private Case recommended() {
        return referred().does(MEMBER, "userTask_assess", Answers.recommend());
    }

    private Case admitted() {
        return referred().admitted();
    }

    private Case enrolled(Map<String, Object> plan) {
        return admitted().enrolledWithAPlan(plan);
    }

    private Case enrolled() {
        return enrolled(Answers.plan(world.today(), "workplace"));
    }

    /** Enrolled before the time that can be lived through here: written down late. */
    private Case enrolledOn(LocalDate day, Map<String, Object> plan) {
        return admitted()
                .does(Case.COACH, "userTask_summon", Answers.summons(world.today()))
                .does(Case.COACH, "userTask_holdEnrolment", Answers.enrolment(day))
                .does(Case.COACH, "userTask_mapSituation", Answers.mapping())
                .does(Case.COACH, "userTask_measureBaseline", Answers.baseline())
                .does(Case.COACH, "userTask_writeActionPlan", plan);
    }

    // ---- stories that take their time

    /** @return the one whose plan is preliminary */
    private Case longStays() {
        LocalDate today = world.today();
        Map<String, Object> plan = Answers.plan(today, "workplace");
        // The longest stay is over in the end, and so are the twelve weeks after which a plan is gone through.
        Case preliminary = enrolledOn(LocalDate.of(2025, 5, 20), Answers.with(plan, "preliminary", true));
        // A year after the exit.
        enrolledOn(LocalDate.of(2025, 6, 2), plan)
                .does(Case.COACH, "userTask_holdTalk", Answers.lastTalk())
                .exited(
                        Answers.exitMeasurement(),
                        Answers.outcome("plan-completed", "other-authority", LocalDate.of(2025, 11, 20)),
                        Answers.referralBack())
                .does(Case.COACH, "userTask_contact", Answers.contact());
        // Consents that are about to run out.
        referred(Answers.with(referral(), "consentUntil", LocalDate.of(2026, 12, 15)))
                .admitted()
                .enrolledWithAPlan(plan);
        // All of the way.
        enrolled()
                .introducedToAWorkplace()
                .does(Case.COACH, "userTask_decideNextStep", Answers.nextStep("exit", today))
                .exited(
                        Answers.exitMeasurement(),
                        Answers.outcome("job", "regular-work", today),
                        Answers.shortReferralBack());
        return preliminary;
    }

    private void waitingForOthers() {
        Case promised = enrolled(MeasureAnswers.planWithAPsychologist(
                world.today(), LocalDate.of(2026, 10, 1), LocalDate.of(2027, 3, 1)));
        world.starts(Case.COACH, "measure", MeasureAnswers.promise(promised.caseNumber, LocalDate.of(2026, 11, 20)));
        world.starts(Case.COACH, "sip", SipAnswers.request(enrolled().caseNumber));
    }

    /** One group is evaluated and its participants are not, of the other it is the other way about. */
    private void twoGroups() {
        Map<String, Object> plan = Answers.planWithAGroup(world.today(), "aktivitetsgrupp");
        Case first = enrolled(plan).assessed();
        Case second = enrolled(plan).assessed();
        Case third = enrolled(plan);
        LocalDate monday = world.today().plusWeeks(1);
        String evaluated = group("gruppcoach1", monday, first, second);
        String over = group("gruppcoach2", monday, third);
        while (!world.openTasks(over).contains("userTask_evaluateGroup")) {
            until(world.today().plusDays(1));
            if (world.openTasks(evaluated).contains("userTask_recordSession")) {
                Map<String, Object> held = Answers.sessionHeld("took-part", "excused");
                boolean late = world.today().isAfter(NOVEMBER);
                world.completes(
                        "gruppcoach1",
                        "userTask_recordSession",
                        evaluated,
                        late ? Answers.with(held, "needs", List.of(second.caseNumber)) : held);
            }
            if (world.openTasks(over).contains("userTask_recordSession")) {
                world.completes("gruppcoach2", "userTask_recordSession", over, Answers.sessionHeld("took-part"));
            }
        }
        someLookAtFiles(first, second, third);
        world.completes("gruppcoach1", "userTask_evaluateGroup", evaluated, Answers.groupEvaluated());
    }

    private String group(String leader, LocalDate firstDay, Case... participants) {
        world.starts(leader, "group", Answers.group("aktivitetsgrupp", firstDay, List.of("monday")));
        String group = jdbc.sql("select number from programme_group order by number desc limit 1")
                .query(String.class)
                .single();
        world.completes(
                leader,
                "userTask_staffGroup",
                group,
                Answers.of(
                        "participants",
                        List.of(participants).stream()
                                .map(one -> one.caseNumber)
                                .toList()));
        return group;
    }

    /** The programme lead has a sample of it to look at a month later. */
    private void someLookAtFiles(Case... cases) {
        for (Case one : cases) {
            world.as(Case.COACH, () -> {
                log.write(new AccessLog.View(What.CASE_FILE, null, one.caseNumber, null, null, "coach", null));
                return one;
            });
        }
    }

    // ---- two weeks before the end

    private void beforeAPlace() {
        recommended();
        admitted()
                .does(
                        Case.COACH,
                        "userTask_summon",
                        Answers.of(
                                "answer",
                                "declined",
                                "notTakenInReason",
                                "declined",
                                "recommendation",
                                "Vårdcentralen " + Answers.MARKER));
        world.starts(CASEWORKER, "interruption", Answers.interruption(referred().caseNumber, "other"));
        summoned().does(Case.COACH, "userTask_holdEnrolment", Answers.enrolment(world.today()));
        summoned()
                .does(Case.COACH, "userTask_holdEnrolment", Answers.enrolment(world.today()))
                .does(Case.COACH, "userTask_mapSituation", Answers.mapping());
    }

    private Case summoned() {
        return admitted().does(Case.COACH, "userTask_summon", Answers.summons(world.today()));
    }

    private void onTheLadder() {
        LocalDate today = world.today();
        enrolled(Answers.planWithAGroup(today, "halsogrupp"));
        enrolled(Answers.plan(today, "orientation"));
        enrolled(Answers.plan(today, "orientation"))
                .does(
                        Case.COACH,
                        "userTask_planOrientation",
                        OrientationAnswers.plan(today, "study-visit", "job-search"))
                .does(
                        Case.COACH,
                        "userTask_carryOutOrientation",
                        OrientationAnswers.doneAndBooked(today.plusDays(3), "study-visit"));
        enrolled().does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match());
        enrolled()
                .does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(Case.CONSULTANT, "userTask_introduce", Answers.introduction(today));
        enrolled().introducedToAWorkplace();
    }

    private Case missesTalks(int times) {
        Case missing = enrolled();
        for (int n = 0; n < times; n++) {
            missing.does(
                    Case.COACH,
                    "userTask_holdTalk",
                    AbsenceAnswers.talkNotHeld("absent", world.today().plusWeeks(1)));
        }
        return missing;
    }

    private void absent() {
        LocalDate today = world.today();
        missesTalks(1);
        missesTalks(3).does(Case.COACH, "userTask_visitHome", AbsenceAnswers.homeVisit(today));
        missesTalks(3)
                .does(Case.COACH, "userTask_contactAuthority", AbsenceAnswers.inquiryUntil(today, today.plusWeeks(1)));
        // No programme chooses outreach yet, though its model is released.
        String soughtOut = enrolled().caseNumber;
        runtime.createMessageCorrelation("participant.stayedAway")
                .processInstanceBusinessKey(soughtOut)
                .setVariables(Map.of("caseNumber", soughtOut, "response", "outreach"))
                .correlateStartMessage();
        world.settles();
    }

    private Case leaving() {
        return enrolled().does(Case.COACH, "userTask_holdTalk", Answers.lastTalk());
    }

    private Case measured() {
        return leaving().does(Case.COACH, "userTask_measure", Answers.exitMeasurement());
    }

    private Case withAnOutcome(LocalDate exitOn) {
        return measured()
                .does(
                        Case.COACH,
                        "userTask_recordOutcome",
                        Answers.outcome("plan-completed", "other-authority", exitOn));
    }

    private Case approved(LocalDate exitOn) {
        return withAnOutcome(exitOn)
                .does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack())
                .does(Case.LEAD, "userTask_approveReferralBack", Answers.approve());
    }

    private void onTheWayOut() {
        LocalDate today = world.today();
        leaving();
        measured();
        withAnOutcome(today);
        withAnOutcome(today).does(Case.COACH, "userTask_writeReferralBack", Answers.referralBack());
        approved(today.plusDays(40)); // waits for its last day
        approved(today);
        approved(today).does(CASEWORKER, "userTask_receiveReferralBack", Answers.receipt());
        approved(today).does(CASEWORKER, "userTask_receiveReferralBack", Answers.notReceived());
        approved(today)
                .does(CASEWORKER, "userTask_receiveReferralBack", Answers.notReceived())
                .does(Case.COACH, "userTask_findReceiver", Answers.otherReceiver())
                .does(CASEWORKER, "userTask_answerRecommendations", Answers.of("answer1", "not-yet"));
        world.starts(Case.COACH, "interruption", Answers.interruption(enrolled().caseNumber, "moved"));
    }

    /** What may happen beside the way itself. */
    private void beside() {
        LocalDate today = world.today();
        Case anna = enrolled();
        world.starts(Case.COACH, "consent", ConsentAnswers.withdrawal(anna.caseNumber, "soc"));
        world.starts(Case.COACH, "renewal", ConsentAnswers.consents(anna.caseNumber, today.plusYears(1), "af"));
        asksForAMeeting().does(CASEWORKER, "userTask_invite", SipAnswers.call(today.plusDays(9)));
        asksForAMeeting()
                .does(CASEWORKER, "userTask_invite", SipAnswers.call(today))
                .does(Case.COACH, "userTask_document", SipAnswers.held(today));
        asksForAMeeting().does(CASEWORKER, "userTask_invite", SipAnswers.noMeeting());

        Case bo = enrolled();
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", bo.caseNumber));
        bo.does(Case.COACH, "userTask_choose", Answers.of("chosen", planOf(bo)));
        world.starts(Case.COACH, "rectification", Answers.of("caseNumber", bo.caseNumber));

        world.starts(
                Case.COACH,
                "protection",
                Answers.of("caseNumber", enrolled().caseNumber, "kind", "protected-registration", "since", today));
    }

    private Case asksForAMeeting() {
        Case anna = enrolled();
        world.starts(Case.COACH, "sip", SipAnswers.request(anna.caseNumber));
        return anna;
    }

    private String planOf(Case one) {
        return jdbc.sql("select id from fact where kind = 'planning-action-plan' and case_number = ?")
                .param(one.caseNumber)
                .query(String.class)
                .single();
    }

    // ---- in the last days

    /** What would run out in two weeks. */
    private void lately() {
        referred();
        referred(Answers.with(referral(), "municipality", "Huddinge"));
        referred().does(MEMBER, "userTask_assess", Answers.askForCompletion());
        summoned();
    }

    private void staffMoves() {
        LocalDate today = world.today();
        Case moving = enrolled();
        world.starts(Case.LEAD, "handover", Answers.of("fromUser", Case.COACH, "why", "participants-wish"));
        world.completes(
                Case.LEAD,
                "userTask_select",
                null,
                Answers.of(
                        "decision",
                        "hand-over",
                        "toUser",
                        OTHER_COACH,
                        "cases",
                        List.of(moving.caseNumber),
                        "ceilingReason",
                        "Byter " + Answers.MARKER));
        world.starts(Case.LEAD, "handover", HandoverAnswers.quits(OTHER_COACH));
        world.starts(
                Case.LEAD,
                "leave",
                LeaveAnswers.withOpenTasks(Case.COACH, today.plusDays(20), today.plusDays(30), OTHER_COACH));
        world.starts(OTHER_COACH, "leave", LeaveAnswers.away(today.plusDays(1), today.plusDays(10), Case.COACH));
    }

    /** Two wait for a place in the end. */
    private void everyPlaceIsTaken() {
        Case last;
        do {
            last = admitted();
        } while (world.openTasks(last.caseNumber).contains("userTask_summon"));
        admitted();
    }

    /** The mail server is away for so long that a letter about the last referral is given up. */
    public void oneLetterFails(Runnable mailServerGoesAway, ManagementService management) {
        mailServerGoesAway.run();
        assertThatThrownBy(this::referred).hasMessageContaining("Mail");
        String job = jdbc.sql("select id_ from act_ru_job where retries_ > 0 and exception_msg_ is not null")
                .query(String.class)
                .single();
        while (management.createJobQuery().jobId(job).withRetriesLeft().count() > 0) {
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("Mail");
        }
    }

    /** Element ids of the tasks that wait, with their process: {@code coaching userTask_holdTalk}. */
    public static Set<String> openTasks(JdbcClient jdbc) {
        return new TreeSet<>(jdbc.sql("""
                        select distinct d.key_ || ' ' || t.task_def_key_ from act_ru_task t
                        join act_re_procdef d on d.id_ = t.proc_def_id_""").query(String.class).list());
    }
}
