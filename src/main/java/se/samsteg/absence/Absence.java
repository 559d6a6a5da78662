package se.samsteg.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.coaching.TalkRecorded;
import se.samsteg.engine.Phase;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.group.SessionRecorded;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/**
 * Uteblivande: what is done when a participant does not come. Only real no-shows count; illness, valid reasons and
 * times that staff moved never do. A participant is discharged by the decision of a person only, never here.
 */
@Phase("absence")
public class Absence {

    /** The process, and the ground on which it discontinues participation. */
    private static final String ABSENCE = "absence";

    private final NoShows noShows;
    private final Facts facts;
    private final CaseFiles cases;
    private final CasePhase casefile;
    private final Programmes programmes;
    private final Programme programme;
    private final WorkingDays workingDays;
    private final RuntimeService runtime;
    private final Clock clock;

    Absence(
            NoShows noShows,
            Facts facts,
            CaseFiles cases,
            CasePhase casefile,
            Programmes programmes,
            Programme programme,
            WorkingDays workingDays,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.noShows = noShows;
        this.facts = facts;
        this.cases = cases;
        this.casefile = casefile;
        this.programmes = programmes;
        this.programme = programme;
        this.workingDays = workingDays;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** A recorded talk, read without coaching's rules. */
    @FactOf("coaching-talk")
    record Talk(
            String outcome,
            @Nullable LocalDate nextTalk,
            @Nullable Boolean beginExit) {

        @OptionsOf("coaching-talk.outcome")
        enum Outcome implements Code {
            HELD,
            ABSENT
        }
    }

    // ---- who came and who did not

    /** Nothing more to do: models up to 8a78509 call it in the step that has published {@link TalkRecorded}. */
    public void talkRecorded(String caseNumber) {}

    /** As {@link #talkRecorded}, of {@link SessionRecorded}. */
    public void sessionRecorded(Date begins, Map<String, String> rollCall) {}

    /** Takes up the talk that was recorded last: a no-show counts, and a participant who came is back. */
    @EventListener
    void on(TalkRecorded event) {
        String caseNumber = event.caseNumber();
        var talks = facts.all(caseNumber, Talk.class);
        Talk talk = talks.get(talks.size() - 1).content();
        if (Talk.Outcome.HELD.is(talk.outcome())) {
            noShows.lock(Set.of(caseNumber));
            returned(Set.of(caseNumber), "coaching-talk");
        } else if (Talk.Outcome.ABSENT.is(talk.outcome()) && !Boolean.TRUE.equals(talk.beginExit())) {
            noShows.lock(Set.of(caseNumber));
            missed(caseNumber, booked(talks));
        }
    }

    /** The day of the last talk as it was booked; today where none was. */
    private LocalDate booked(List<Facts.Entry<Talk>> talks) {
        LocalDate today = LocalDate.now(clock);
        LocalDate booked =
                talks.size() == 1 ? null : talks.get(talks.size() - 2).content().nextTalk();
        return booked == null || booked.isAfter(today) ? today : booked;
    }

    /** Takes up the roll call of a session: a no-show counts, and a participant who came is back. */
    @EventListener
    void on(SessionRecorded event) {
        Map<String, String> rollCall = event.rollCall();
        noShows.lock(rollCall.keySet());
        having(rollCall, Set.of(Attendance.ABSENT)).forEach(caseNumber -> missed(caseNumber, event.day()));
        returned(having(rollCall, Set.of(Attendance.TOOK_PART, Attendance.PRESENT)), null);
    }

    private static List<String> having(Map<String, String> rollCall, Set<Attendance> attendance) {
        return rollCall.entrySet().stream()
                .filter(entry -> attendance.stream().anyMatch(one -> one.is(entry.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Once the exit has begun, a no-show opens no response any more. */
    private void missed(String caseNumber, LocalDate day) {
        if (casefile.exiting(caseNumber)) {
            return;
        }
        UUID id = noShows.add(caseNumber, day);
        Response response = Response.to(
                noShows.counting(caseNumber).size(),
                settings(caseNumber),
                like -> under(like).processInstanceBusinessKey(caseNumber).count() > 0);
        runtime.createMessageCorrelation("participant.missed")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .setVariable("noShowId", id.toString())
                .setVariable("response", response.code())
                .correlateStartMessage();
    }

    /** Ends the outreach of the participants who came; without an open outreach nothing happens. */
    private void returned(Collection<String> came, @Nullable String kind) {
        under(Response.OUTREACH).list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(came::contains)
                .forEach(caseNumber -> {
                    runtime.createMessageCorrelation("participant.returned")
                            .processInstanceBusinessKey(caseNumber)
                            .correlateAll();
                    noShows.reset(caseNumber, "returned", kind);
                });
    }

    /** The no-shows that are being answered in this way. */
    private ProcessInstanceQuery under(Response response) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(ABSENCE)
                .variableValueEquals("response", response.code());
    }

    // ---- what the tasks show

    /** How many no-shows count, of which days, and when and why the count last began anew: dates and counts only. */
    public String noShows(String caseNumber) {
        List<LocalDate> days = noShows.counting(caseNumber);
        String counting = days.isEmpty()
                ? "Inga uteblivanden räknas nu."
                : "%d %s sedan %s: %s."
                        .formatted(
                                days.size(),
                                days.size() == 1 ? "uteblivande" : "uteblivanden",
                                days.get(0),
                                days.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        return counting + "\n"
                + noShows.lastReset(caseNumber)
                        .map(reset -> "Räkningen började om %s, %s.".formatted(reset.settledOn(), why(reset)))
                        .orElse("Räkningen har inte börjat om tidigare.");
    }

    private static String why(NoShows.Reset reset) {
        if (Decision.INQUIRY.is(reset.settlement())) {
            return "när myndigheten började en utredning";
        }
        return Decision.CONTINUE.is(reset.settlement())
                ? "när det bestämdes att deltagandet fortsätter"
                : "när deltagaren kom tillbaka";
    }

    /** The authority that referred, by name. */
    public String authority(String caseNumber) {
        return programmes.authority(cases.get(caseNumber).authority());
    }

    // ---- the ladder

    public Date homeVisitDue(String caseNumber) {
        return workingDay(settings(caseNumber).homeVisitWorkingDays());
    }

    /** The morning after the last day for the visit. */
    public Date homeVisitOverdue(String caseNumber) {
        return workingDay(settings(caseNumber).homeVisitWorkingDays() + 1);
    }

    private Date workingDay(int count) {
        return programme.morning(workingDays.after(LocalDate.now(clock), count));
    }

    /** @throws se.samsteg.form.Refused if a valid reason is not told or the visit is to come */
    public void recordHomeVisit(DelegateTask task) {
        noShows.lock(Set.of(caseNumber(task)));
        HomeVisit visit = facts.record(task, HomeVisit.class);
        visit.recordedOn(LocalDate.now(clock));
        if (visit.excuses()) {
            noShows.excuse(UUID.fromString((String) task.getVariable("noShowId")), "absence-home-visit");
        }
    }

    /** @throws se.samsteg.form.Refused if the dates do not fit */
    public void recordContact(DelegateTask task) {
        noShows.lock(Set.of(caseNumber(task)));
        Contact contact = facts.record(task, Contact.class);
        contact.recordedOn(LocalDate.now(clock));
        decided(task, contact.decision(), "absence-contact");
    }

    /** @param followUpOn ISO date */
    public Date inquiryDue(String followUpOn) {
        return programme.morning(LocalDate.parse(followUpOn));
    }

    public void recordInquiry(DelegateTask task) {
        noShows.lock(Set.of(caseNumber(task)));
        decided(task, facts.record(task, Inquiry.class).decision(), "absence-inquiry");
    }

    private void decided(DelegateTask task, String decision, String kind) {
        if (!Decision.EXIT.is(decision)) {
            noShows.reset(caseNumber(task), decision, kind);
        }
    }

    /** Begins the exit that was decided; one that has begun otherwise meanwhile goes on as it is. */
    public void discontinue(DelegateExecution execution) {
        String caseNumber = Objects.requireNonNull((String) execution.getVariable("caseNumber"));
        if (!casefile.exiting(caseNumber)) {
            runtime.createMessageCorrelation("participation.discontinued")
                    .processInstanceBusinessKey(caseNumber)
                    .setVariable("ground", ABSENCE)
                    .correlate();
        }
    }

    // ---- outreach

    /** @throws se.samsteg.form.Refused if what was said does not fit whether there was contact */
    public void recordOutreach(DelegateTask task) {
        noShows.lock(Set.of(caseNumber(task)));
        if (facts.record(task, Outreach.class).ended()) {
            noShows.reset(caseNumber(task), "returned", "absence-outreach");
        }
    }

    /** When a participant who is still away is contacted the next time. */
    public Date nextOutreach(String caseNumber) {
        return programme.morning(LocalDate.now(clock).plus(settings(caseNumber).outreachEvery()));
    }

    /** When the caseworker is told of an absence that began today. */
    public Date unusuallyLong(String caseNumber) {
        return programme.morning(LocalDate.now(clock).plus(settings(caseNumber).unusuallyLongAfter()));
    }

    private Settings.Absence settings(String caseNumber) {
        return programmes.of(caseNumber).absence();
    }

    private static String caseNumber(DelegateTask task) {
        return Objects.requireNonNull((String) task.getVariable("caseNumber"));
    }
}
