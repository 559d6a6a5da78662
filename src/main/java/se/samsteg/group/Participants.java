package se.samsteg.group;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

/** Where a participant stands who wants a change, and what follows of it elsewhere. */
@Component
class Participants {

    private final Groups groups;
    private final GroupPlaces places;
    private final Sessions sessions;
    private final GroupTypes types;
    private final CaseProcesses processes;
    private final RuntimeService runtime;
    private final ApplicationEventPublisher events;

    Participants(
            Groups groups,
            GroupPlaces places,
            Sessions sessions,
            GroupTypes types,
            CaseProcesses processes,
            @Lazy RuntimeService runtime,
            ApplicationEventPublisher events) {
        this.groups = groups;
        this.places = places;
        this.sessions = sessions;
        this.types = types;
        this.processes = processes;
        this.runtime = runtime;
        this.events = events;
    }

    /** @throws Refused if the case waits for no group */
    void mustWait(String caseNumber) {
        if (places.wish(caseNumber).isEmpty()) {
            throw new Refused("Vad ska ändras?: deltagaren väntar inte på någon grupp.");
        }
    }

    /** @throws Refused if the case has a place in no group */
    PlannedGroup groupOf(String caseNumber) {
        return groups.of(caseNumber)
                .orElseThrow(() -> new Refused("Vad ska ändras?: deltagaren är inte med i någon grupp."));
    }

    /**
     * The name of a series of the group that the participant is in or waits for.
     *
     * @param named as it was typed
     * @throws Refused if the participant is in no group and waits for none, or it has no such series
     */
    String series(String caseNumber, @Nullable String named) {
        Settings.Group type = groups.of(caseNumber)
                .map(types::of)
                .or(() -> places.wish(caseNumber).map(wish -> types.of(wish.programme(), wish.type())))
                .orElseThrow(() ->
                        new Refused("Vad ska ändras?: deltagaren är inte med i någon grupp och väntar inte på någon."));
        List<String> all = type.series().stream().map(Settings.Series::name).toList();
        return all.stream()
                .filter(one -> named != null && one.equalsIgnoreCase(named.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new Refused("Serie: ange en av gruppens serier: %s.".formatted(String.join(", ", all))));
    }

    /**
     * A process of a model from before a message is told that the group has ended.
     *
     * @throws Refused if the case's process cannot go on by it
     */
    void tell(String caseNumber, String message) {
        if (!processes.tell(caseNumber, message) && !processes.tell(caseNumber, "group.ended")) {
            throw new Refused("Ärende: deltagaren kan inte ändra grupp nu. Tala med projektledaren.");
        }
    }

    /**
     * Corrects what the roll call of a session says of a participant.
     *
     * @throws Refused if nothing is recorded of the participant on that day, or just that
     */
    void correct(String caseNumber, LocalDate day, String attendance) {
        if (!sessions.correct(caseNumber, day, attendance)) {
            throw new Refused(
                    "Träffens dag: den dagen är ingen närvaro registrerad för deltagaren, eller så står det redan så.");
        }
        events.publishEvent(new AttendanceCorrected(caseNumber, day, attendance));
    }

    /** Offers the seats of a group once, if it runs and others wait. Who left it has locked its row. */
    void offerSeat(PlannedGroup group) {
        boolean offered = runtime.createProcessInstanceQuery()
                        .processDefinitionKey("regrouping")
                        .processInstanceBusinessKey(group.number())
                        .count()
                > 0;
        if (group.endedOn() == null
                && group.staffedOn() != null
                && !offered
                && !places.waiting(group).isEmpty()) {
            runtime.createMessageCorrelation("group.seatFreed")
                    .processInstanceBusinessKey(group.number())
                    .setVariable("groupId", group.number())
                    .correlateStartMessage();
        }
    }
}
