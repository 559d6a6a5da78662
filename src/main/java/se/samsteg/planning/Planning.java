package se.samsteg.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** From the first talk to an agreed action plan. */
@Phase("planning")
public class Planning {

    private final CaseFiles cases;
    private final Facts facts;
    private final Programmes programmes;
    private final Programme programme;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Planning(
            CaseFiles cases,
            Facts facts,
            Programmes programmes,
            Programme programme,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.facts = facts;
        this.programmes = programmes;
        this.programme = programme;
        this.clock = clock;
        this.events = events;
    }

    @FactOf("admission-summons")
    private record Summons(@Nullable LocalDate enrolmentDate) {}

    /** The day of the enrolment talk that the participant was called to. */
    public Date enrolmentDay(String caseNumber) {
        return facts.latest(caseNumber, Summons.class)
                .map(Summons::enrolmentDate)
                .map(programme::morning)
                .orElseGet(() -> programme.morning(
                        LocalDate.now(clock).plus(programmes.of(caseNumber).due("planning-enrolment"))));
    }

    /** Enrols the participant from the day of the talk. */
    public void recordEnrolment(DelegateTask task) {
        Enrolment enrolment = facts.record(task, Enrolment.class);
        refuseFuture(enrolment.heldOn(), "Samtalet hölls");
        cases.enrol((String) task.getVariable("caseNumber"), enrolment.heldOn());
    }

    public void recordMapping(DelegateTask task) {
        facts.record(task, Mapping.class);
    }

    public void recordBaseline(DelegateTask task) {
        facts.record(task, Baseline.class);
    }

    /** The group types of the case's programme and "no group now". */
    public List<Choice> groupTypes(String caseNumber) {
        return Stream.concat(
                        programmes.of(caseNumber).groups().stream()
                                .map(group -> new Choice(group.name(), group.type())),
                        Stream.of(new Choice("Ingen grupp nu", Settings.Group.NONE)))
                .toList();
    }

    /** The steps of the programme's ladder that a plan can begin with. */
    public List<Choice> ladder(String caseNumber) {
        return programmes.of(caseNumber).ladder().stream()
                .map(step -> new Choice(step.name(), step.step()))
                .toList();
    }

    /** What can follow on a step: a step of the programme's ladder, the same one again too, or the exit. */
    public List<Choice> nextSteps(String caseNumber) {
        return Stream.concat(ladder(caseNumber).stream(), Stream.of(new Choice("Utslussning", Settings.Step.EXIT)))
                .toList();
    }

    /** The programme's usual time between coach talks, in whole weeks. */
    public int talkIntervalWeeks(String caseNumber) {
        Period interval = programmes.of(caseNumber).coaching().talkEvery();
        return (int) Math.max(1, (interval.toTotalMonths() * 30 + interval.getDays()) / 7);
    }

    public void recordActionPlan(DelegateTask task) {
        ActionPlan plan = facts.record(task, ActionPlan.class);
        refuseFuture(plan.agreedOn(), "Överenskommen med deltagaren");
        events.publishEvent(new PlanRecorded((String) task.getVariable("caseNumber")));
    }

    private void refuseFuture(LocalDate day, String label) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refused(label + ": ange en dag som har varit.");
        }
    }
}
