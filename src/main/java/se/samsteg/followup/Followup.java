package se.samsteg.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Numbered;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;

/** Whether it lasted: contacts after exit, and how it is one year later. Lives by itself once the case has ended. */
@Phase("followup")
public class Followup {

    private final Facts facts;
    private final CaseFiles cases;
    private final Programmes programmes;
    private final Programme programme;
    private final Beginning beginning;
    private final Colleagues colleagues;
    private final Clock clock;

    Followup(
            Facts facts,
            CaseFiles cases,
            Programmes programmes,
            Programme programme,
            Beginning beginning,
            Colleagues colleagues,
            Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.programmes = programmes;
        this.programme = programme;
        this.beginning = beginning;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** A recorded attempt, read without today's rules. */
    @FactOf("followup-one-year")
    record Attempt(String reached) {}

    @FactOf("exit-referral-back")
    record Recommended(@Numbered List<Recommendation> recommendations) {

        record Recommendation(int number, String recommendation) {}

        static final Recommended NOTHING = new Recommended(List.of());

        Map<String, String> texts() {
            return recommendations.stream()
                    .collect(Collectors.toMap(one -> "recommendation" + one.number, Recommendation::recommendation));
        }
    }

    /**
     * Starts the follow-up as a process of its own: the case's process may end and be cleaned away meanwhile. There is
     * none for a participant who has died, and after another party has taken over only the question after a year.
     *
     * @param exit holds {@code caseNumber} and {@code exitOn}, an ISO date
     */
    public void begin(DelegateExecution exit) {
        String caseNumber = (String) exit.getVariable("caseNumber");
        beginning.begin(caseNumber, (String) exit.getVariable("exitOn"));
    }

    /**
     * Goes on with a follow-up that was ended by mistake, where there was one: what was done is not asked for again.
     *
     * @param execution holds {@code caseNumber} and what was ended
     */
    public void resume(DelegateExecution execution) {
        beginning.resume(
                (String) execution.getVariable("caseNumber"),
                CaseInstances.ended(execution.getVariable(CaseInstances.ENDED)));
    }

    /** User id of the acting coach, or null if that account is gone: then it is up to the lead. */
    public @Nullable String coach(String caseNumber) {
        String coach = cases.actingCoach(caseNumber);
        return coach != null && colleagues.exists(coach) ? coach : null;
    }

    /**
     * The days of the tapering contacts.
     *
     * @param exitOn ISO date
     * @return ISO dates, the first one first
     */
    public List<String> contactDays(String caseNumber, String exitOn) {
        return settings(caseNumber).contacts().stream()
                .map(LocalDate.parse(exitOn)::plus)
                .sorted()
                .map(LocalDate::toString)
                .toList();
    }

    /**
     * As {@link #contactDays(String, String)}, without the contacts that were made before the process was started; none
     * where another party has taken over.
     */
    public List<String> contactDays(DelegateExecution execution) {
        if (Boolean.TRUE.equals(execution.getVariable(Beginning.AFTER_A_YEAR))) {
            return List.of();
        }
        List<String> days =
                contactDays((String) execution.getVariable("caseNumber"), (String) execution.getVariable("exitOn"));
        int made = execution.getVariable(Beginning.CONTACTS_MADE) instanceof Integer count ? count : 0;
        return days.subList(Math.min(made, days.size()), days.size());
    }

    /** @param contactOn ISO date */
    public Date contactDay(String contactOn) {
        return programme.morning(LocalDate.parse(contactOn));
    }

    public void recordContact(DelegateTask task) {
        facts.record(task, Contact.class);
    }

    /**
     * When the coach hears that the anniversary is near.
     *
     * @param exitOn ISO date
     */
    public Date anniversaryNear(String caseNumber, String exitOn) {
        return programme.morning(
                anniversaryOf(caseNumber, exitOn).minus(settings(caseNumber).remindCoachBefore()));
    }

    /**
     * The anniversary of the exit. One year after 29 February is 28 February.
     *
     * @param exitOn ISO date
     */
    public Date anniversary(String caseNumber, String exitOn) {
        return programme.morning(anniversaryOf(caseNumber, exitOn));
    }

    private LocalDate anniversaryOf(String caseNumber, String exitOn) {
        return LocalDate.parse(exitOn).plus(settings(caseNumber).finalAfter());
    }

    /** @param exitOn ISO date */
    public Date firstReminder(String caseNumber, String exitOn) {
        return sinceAnniversary(
                caseNumber, exitOn, settings(caseNumber).reminders().get(0));
    }

    /** @param exitOn ISO date */
    public Date secondReminder(String caseNumber, String exitOn) {
        return sinceAnniversary(
                caseNumber, exitOn, settings(caseNumber).reminders().get(1));
    }

    /**
     * When the lead hears that the answer has not come.
     *
     * @param exitOn ISO date
     */
    public Date overdue(String caseNumber, String exitOn) {
        return sinceAnniversary(caseNumber, exitOn, settings(caseNumber).leadAfter());
    }

    /** Counted from the anniversary; what went out during an earlier attempt comes back only after another year. */
    private Date sinceAnniversary(String caseNumber, String exitOn, Period after) {
        LocalDate day = anniversaryOf(caseNumber, exitOn).plus(after);
        boolean passed = !programme.morning(day).toInstant().isAfter(clock.instant());
        return programme.morning(passed && !attempts(caseNumber).isEmpty() ? day.plusYears(1) : day);
    }

    /** The recommendations and the authority's answers by the form's keys, for the task that asks what became of them. */
    public Map<String, String> recommendations(String caseNumber) {
        Map<String, String> shown = new HashMap<>(recommended(caseNumber).texts());
        shown.putAll(facts.ofExit(caseNumber, Answered.class)
                .orElse(Answered.NOTHING)
                .texts());
        return shown;
    }

    private Recommended recommended(String caseNumber) {
        return facts.ofExit(caseNumber, Recommended.class).orElse(Recommended.NOTHING);
    }

    /**
     * Records an answer or an attempt. Attempts go on different days; an answer is welcome at any time.
     *
     * @throws Refused if an answer is missing or given without contact, or an attempt was made today already
     */
    public void recordOneYear(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        LocalDate today = LocalDate.now(clock);
        boolean triedToday = attempts(caseNumber).stream()
                .anyMatch(attempt ->
                        LocalDate.ofInstant(attempt.at(), clock.getZone()).equals(today));
        OneYear oneYear = facts.record(task, OneYear.class);
        oneYear.about(recommended(caseNumber).recommendations().size());
        if (triedToday && !YesNo.YES.is(oneYear.reached())) {
            throw new Refused("Fick du kontakt?: det finns redan ett försök i dag.");
        }
    }

    /** Whether the programme asks for another attempt at reaching the participant. */
    public boolean moreAttempts(String caseNumber) {
        return attempts(caseNumber).size() < settings(caseNumber).attempts();
    }

    private List<Facts.Entry<Attempt>> attempts(String caseNumber) {
        return facts.all(caseNumber, Attempt.class);
    }

    private Settings.Followup settings(String caseNumber) {
        return programmes.of(caseNumber).followup();
    }
}
