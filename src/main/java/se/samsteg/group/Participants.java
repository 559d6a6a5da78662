package se.samsteg.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    private static final String WHICH = "Vilken grupp gäller det?: deltagaren har flera. Välj den som det gäller.";

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

    /** The types of group that are meant by one: all where the case has a single process for groups. */
    Predicate<String> meant(String caseNumber, String type) {
        return processes.alone(caseNumber) ? any -> true : type::equals;
    }

    /** As {@link #meant(String, String)}, by the type that the calling process knows; all where it knows none. */
    Predicate<String> meant(String caseNumber) {
        String type = processes.callingType(caseNumber);
        return type == null ? any -> true : type::equals;
    }

    /** A process that is the only one of a case knows the type of its group, so that it is told from one that begins now. */
    void tellApart(String caseNumber) {
        Set<String> open = places.openTypes(caseNumber);
        if (open.size() == 1) {
            processes.knows(caseNumber, open.iterator().next());
        }
    }

    /**
     * What a case waits for.
     *
     * @param type which of several is meant
     * @throws Refused if the case waits for no such group, or for several and it is not said which
     */
    GroupPlaces.Wish wish(OwnGroups.Reach reach, @Nullable String type) {
        return one(reach, waits(reach), GroupPlaces.Wish::type, type, "väntar inte på någon grupp");
    }

    /** As {@link #wish}, of the groups in which the case has a place. */
    PlannedGroup groupOf(OwnGroups.Reach reach, @Nullable String type) {
        return one(reach, groupsOf(reach), PlannedGroup::type, type, "är inte med i någon grupp");
    }

    private List<GroupPlaces.Wish> waits(OwnGroups.Reach reach) {
        return places.waits(reach.caseNumber()).stream().filter(reach::covers).toList();
    }

    private List<PlannedGroup> groupsOf(OwnGroups.Reach reach) {
        return groups.of(reach.caseNumber()).stream().filter(reach::covers).toList();
    }

    /** As {@link #wish}, to join another group: that of the same type is meant where nothing else is said. */
    GroupPlaces.Wish wishFor(PlannedGroup to, OwnGroups.Reach reach, @Nullable String type) {
        return wish(reach, sameOr(type, to, waits(reach).stream().map(GroupPlaces.Wish::type)));
    }

    /** As {@link #wishFor}, of the groups in which the case has a place. */
    PlannedGroup leftFor(PlannedGroup to, OwnGroups.Reach reach, @Nullable String type) {
        return groupOf(reach, sameOr(type, to, groupsOf(reach).stream().map(PlannedGroup::type)));
    }

    private static @Nullable String sameOr(@Nullable String type, PlannedGroup to, Stream<String> types) {
        return type == null && types.anyMatch(to.type()::equals) ? to.type() : type;
    }

    private static <T> T one(
            OwnGroups.Reach reach, List<T> all, Function<T, String> type, @Nullable String wanted, String none) {
        List<T> meant = all.stream()
                .filter(each -> wanted == null || wanted.equals(type.apply(each)))
                .toList();
        if (meant.isEmpty()) {
            throw new Refused("Vad ska ändras?: deltagaren %s%s%s."
                    .formatted(none, wanted == null ? "" : " av den typen", reach.limited() ? " som du leder" : ""));
        }
        if (meant.size() > 1) {
            throw new Refused(WHICH);
        }
        return meant.get(0);
    }

    /**
     * The participant's process follows to a group of another type.
     *
     * @throws Refused if the participant is in a group of that type, or waits for one
     */
    void changeType(String caseNumber, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        if (places.openTypes(caseNumber).contains(to)) {
            throw new Refused("Grupp: deltagaren är redan med i en sådan grupp, eller väntar på en.");
        }
        processes.changeType(caseNumber, from, to);
        events.publishEvent(new GroupTypeChanged(caseNumber, from, to));
    }

    /**
     * The name of a series of a group that the participant is in or waits for.
     *
     * @param named as it was typed
     * @throws Refused if the participant is in no group and waits for none, or it has no such series
     */
    String series(OwnGroups.Reach reach, @Nullable String named) {
        List<String> all = Stream.concat(
                        groupsOf(reach).stream().map(types::of),
                        waits(reach).stream().map(wish -> types.of(wish.programme(), wish.type())))
                .flatMap(type -> type.series().stream())
                .map(Settings.Series::name)
                .distinct()
                .toList();
        if (all.isEmpty()) {
            throw new Refused("Vad ska ändras?: deltagaren är inte med i någon grupp och väntar inte på någon%s."
                    .formatted(reach.limited() ? " som du leder" : ""));
        }
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
    void tell(String caseNumber, String type, String message) {
        if (!processes.tellOrEnd(caseNumber, type, message)) {
            throw new Refused("Ärende: deltagaren kan inte ändra grupp nu. Tala med projektledaren.");
        }
    }

    /**
     * Corrects what the roll call of a session says of a participant.
     *
     * @param type of the group that met, which is asked where several met on that day
     * @throws Refused if nothing is recorded of the participant on that day, or just that, or it is not said which group met
     */
    void correct(OwnGroups.Reach reach, @Nullable String type, LocalDate day, String attendance) {
        String caseNumber = reach.caseNumber();
        List<Sessions.Called> called = sessions.called(caseNumber, day).stream()
                .filter(one -> reach.covers(one.groupNumber()))
                .filter(one -> type == null || type.equals(one.type()))
                .toList();
        if (called.stream().map(Sessions.Called::type).distinct().count() > 1) {
            throw new Refused(WHICH);
        }
        List<Sessions.Called> wrong = called.stream()
                .filter(one -> !one.attendance().equals(attendance))
                .toList();
        if (wrong.isEmpty()) {
            throw new Refused(
                    "Träffens dag: den dagen är ingen närvaro registrerad för deltagaren%s, eller så står det redan så."
                            .formatted(reach.limited() ? " i dina grupper" : ""));
        }
        wrong.forEach(one -> {
            sessions.correct(caseNumber, one, attendance);
            events.publishEvent(new AttendanceCorrected(caseNumber, day, one.attendance(), attendance));
        });
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
