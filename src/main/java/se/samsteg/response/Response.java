package se.samsteg.response;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import se.samsteg.casefile.CaseInstances;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** What the referring authority does with an återremiss: who takes over, and what becomes of each recommendation. */
@Phase("response")
public class Response {

    private static final String PROCESS = "response";

    private final Facts facts;
    private final Receivers receivers;
    private final Programmes programmes;
    private final Programme programme;
    private final RuntimeService runtime;
    private final Actor actor;
    private final Clock clock;

    Response(
            Facts facts,
            Receivers receivers,
            Programmes programmes,
            Programme programme,
            @Lazy RuntimeService runtime,
            Actor actor,
            Clock clock) {
        this.facts = facts;
        this.receivers = receivers;
        this.programmes = programmes;
        this.programme = programme;
        this.runtime = runtime;
        this.actor = actor;
        this.clock = clock;
    }

    /** From when answers are waited for. */
    @FactOf("exit-outcome")
    record Ended(LocalDate exitOn, @Nullable String mainOutcome) {}

    /**
     * Starts the response as a process of its own: the case's process may end meanwhile, and the answers take months.
     *
     * @param exit holds {@code caseNumber}
     */
    public void begin(DelegateExecution exit) {
        String caseNumber = (String) exit.getVariable("caseNumber");
        runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber)
                .execute();
    }

    /**
     * Goes on with a response that was ended by mistake, where there was one: what was received is not received again.
     *
     * @param execution holds {@code caseNumber} and what was ended
     */
    public void resume(DelegateExecution execution) {
        if (!CaseInstances.ended(execution.getVariable(CaseInstances.ENDED)).contains(PROCESS)) {
            return;
        }
        String caseNumber = (String) execution.getVariable("caseNumber");
        var response = runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber);
        if (receivers.received(caseNumber)) {
            // The unit is written to on the way from the gateway, so only one that was not met goes back there.
            response.startBeforeActivity(
                    meets(caseNumber) && receivers.toMeet(caseNumber)
                            ? "gateway_meeting"
                            : "userTask_answerRecommendations");
        }
        response.execute();
    }

    /** The written text by the form's keys, for the task in which it is received. */
    public Map<String, String> text(String caseNumber) {
        return sentBack(caseNumber).texts();
    }

    /** Whether the programme's file names units to choose among; otherwise the unit is written. */
    public boolean hasUnits(String caseNumber) {
        return !programmes.of(caseNumber).units().isEmpty();
    }

    /** @throws se.samsteg.form.Refused if no contact person is named at the receiving unit, or no reason why there is none */
    public void recordReceipt(DelegateTask task) {
        facts.record(task, Receipt.class);
        receivers.keep(caseNumber(task));
    }

    /** Whether the programme has a meeting with the unit that takes over. */
    public boolean meets(String caseNumber) {
        return settings(caseNumber).handoverMeeting();
    }

    /** The unit that is met, with the contact there. */
    public @Nullable String receivingUnit(String caseNumber) {
        return receivers.of(caseNumber).orElse(null);
    }

    /** @throws se.samsteg.form.Refused if what is said of a meeting that was held, or why none was, is missing */
    public void recordMeeting(DelegateTask task) {
        facts.record(task, HandoverMeeting.class);
        receivers.keep(caseNumber(task));
    }

    /**
     * The unit that is written to, because it has no users here; null where there is none. A unit that takes over by the main
     * outcome itself is written to at the exit, if the participant agrees.
     */
    public Settings.@Nullable Unit unitToTell(String caseNumber) {
        String outcome = facts.latest(caseNumber, Ended.class).orElseThrow().mainOutcome();
        boolean byOutcome = settings(caseNumber).mainOutcomes().stream()
                .anyMatch(one -> one.code().equals(outcome) && one.handedOver());
        return byOutcome ? null : receivers.withoutUsers(caseNumber);
    }

    /** Who does not take over, and why, by the form's keys: as the caseworker says or, later, as it was said when they met. */
    public Map<String, String> refusal(String caseNumber) {
        return receivers.refusal(caseNumber);
    }

    /** @throws se.samsteg.form.Refused if neither a unit with a contact is named nor why there is none */
    public void recordReceiver(DelegateTask task) {
        facts.record(task, Receiver.class);
        receivers.keep(caseNumber(task));
    }

    /** The recommendations, what was answered before and who takes over, by the form's keys. */
    public Map<String, String> answered(String caseNumber) {
        Map<String, String> shown = new HashMap<>(sentBack(caseNumber).recommendationTexts());
        answers(caseNumber).map(Answered::texts).ifPresent(shown::putAll);
        receivers.of(caseNumber).ifPresent(receiver -> shown.put("receiver", receiver));
        return shown;
    }

    /** When every recommendation should have an answer: counted from the exit date, then from when it is asked again. */
    public Date answersDue(String caseNumber) {
        Settings.Exit settings = settings(caseNumber);
        return programme.morning(againOn(caseNumber)
                .map(day -> day.plus(settings.answerAgainWithin()))
                .orElseGet(() -> exitOn(caseNumber).plus(settings.answerWithin())));
    }

    /** When the caseworker is reminded of the answers, or asked again. */
    public Date answersReminder(String caseNumber) {
        return programme.morning(againOn(caseNumber)
                .orElseGet(() -> exitOn(caseNumber).plus(settings(caseNumber).answerReminderAfter())));
    }

    private LocalDate exitOn(String caseNumber) {
        return facts.latest(caseNumber, Ended.class).orElseThrow().exitOn();
    }

    /** Whether the answers there are were given before, and are not counted from the exit date any more. */
    boolean askedAgain(String caseNumber) {
        return againOn(caseNumber).isPresent();
    }

    /** When it is asked again what became of what was not done yet, counted from the last answers. */
    private Optional<LocalDate> againOn(String caseNumber) {
        return facts.lastOfExit(caseNumber, Answered.class)
                .map(answered -> LocalDate.ofInstant(answered.at(), clock.getZone())
                        .plus(settings(caseNumber).askAgainEvery()));
    }

    /** @throws se.samsteg.form.Refused if a recommendation has no answer, or another than the lead closes the question */
    public void recordAnswers(DelegateTask task) {
        Answers answers = facts.record(task, Answers.class);
        answers.to(sentBack(caseNumber(task)).recommendations().size());
        answers.givenBy(Role.PROGRAMME_LEAD.among(actor.groups()));
    }

    /** Whether every recommendation has its answer, or the lead has closed the question. */
    public boolean settled(String caseNumber) {
        return answers(caseNumber).map(Answered::settled).orElse(false);
    }

    private Optional<Answered> answers(String caseNumber) {
        return facts.ofExit(caseNumber, Answered.class);
    }

    private SentBack sentBack(String caseNumber) {
        return facts.ofExit(caseNumber, SentBack.class).orElseThrow();
    }

    private static String caseNumber(DelegateTask task) {
        return (String) task.getVariable("caseNumber");
    }

    private Settings.Exit settings(String caseNumber) {
        return programmes.of(caseNumber).exit();
    }
}
