package se.samsteg.group;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.form.Choice;
import se.samsteg.form.TaskTexts;
import se.samsteg.programme.Programmes;

/** Who waits for a group and who has a seat, as open tasks of groups show it; they are brought up to date with each change. */
@Component
class Seating {

    private final Groups groups;
    private final GroupPlaces places;
    private final GroupTypes types;
    private final Programmes programmes;
    private final TaskTexts texts;
    private final MemberTexts memberTexts;
    private final Participants participants;

    Seating(
            Groups groups,
            GroupPlaces places,
            GroupTypes types,
            Programmes programmes,
            TaskTexts texts,
            MemberTexts memberTexts,
            Participants participants) {
        this.groups = groups;
        this.places = places;
        this.types = types;
        this.programmes = programmes;
        this.texts = texts;
        this.memberTexts = memberTexts;
        this.participants = participants;
    }

    /** Puts a case on the list of those who wait for a group. */
    void await(String caseNumber, String type) {
        String programmeId = programmes.of(caseNumber).id();
        List<String> running = places.lockRunning(programmeId, type);
        participants.tellApart(caseNumber);
        places.await(caseNumber, programmeId, type);
        show(running);
    }

    /** Takes a case off the list of a type; a case that has a place keeps it. */
    void leaveQueue(String caseNumber, GroupPlaces.Wish wish) {
        List<String> running = places.lockRunning(wish.programme(), wish.type());
        places.leaveQueue(caseNumber, wish.type());
        show(running);
    }

    /** Takes a case out of a group. */
    void leave(PlannedGroup group, String caseNumber) {
        places.lockRunning(group.programme(), group.type());
        places.leave(group.number(), caseNumber);
        show(List.of(group.number()));
    }

    /** Takes a case off the list of a type; without a wait for such a group nothing happens. */
    void leaveQueue(String caseNumber, String type) {
        leaveQueues(caseNumber, participants.meant(caseNumber, type));
    }

    /** As {@link #leaveQueue(String, String)}, of the type that the calling process knows; off each list if it knows none. */
    void leaveQueue(String caseNumber) {
        leaveQueues(caseNumber, participants.meant(caseNumber));
    }

    private void leaveQueues(String caseNumber, Predicate<String> type) {
        places.waits(caseNumber).stream()
                .filter(wish -> type.test(wish.type()))
                .sorted(Comparator.comparing(GroupPlaces.Wish::type))
                .forEach(wish -> leaveQueue(caseNumber, wish));
    }

    /**
     * Takes a case off the list of a type or out of its group, and offers the seat to those who wait; for a case that is in
     * neither nothing happens.
     */
    void vacate(String caseNumber, String type) {
        vacate(caseNumber, participants.meant(caseNumber, type));
    }

    /** As {@link #vacate(String, String)}, of the type that the calling process knows; of all types if it knows none. */
    void vacate(String caseNumber) {
        vacate(caseNumber, participants.meant(caseNumber));
    }

    /** As {@link #vacate(String, String)}, of all types. */
    void vacateAll(String caseNumber) {
        vacate(caseNumber, any -> true);
    }

    /** By type, so that two who leave several groups lock them in the same order. */
    private void vacate(String caseNumber, Predicate<String> type) {
        Map<String, Runnable> leaving = new TreeMap<>();
        places.waits(caseNumber).forEach(wish -> leaving.put(wish.type(), () -> leaveQueue(caseNumber, wish)));
        groups.of(caseNumber)
                .forEach(group -> leaving.put(group.type(), () -> {
                    leave(group, caseNumber);
                    participants.offerSeat(group);
                }));
        leaving.forEach((one, leave) -> {
            if (type.test(one)) {
                leave.run();
            }
        });
    }

    /** Gives places to those who were chosen among the waiting. */
    void staff(PlannedGroup group, List<String> caseNumbers) {
        List<String> running = places.lockRunning(group.programme(), group.type());
        places.staff(group.number(), caseNumbers);
        show(running);
    }

    /**
     * Gives a place in a group to a case that waits for a group of that type or of another.
     *
     * @param waitedFor the type that it waits for
     */
    void join(PlannedGroup group, String caseNumber, String waitedFor) {
        List<String> running = places.lockRunning(group.programme(), waitedFor);
        places.join(group.number(), caseNumber, waitedFor);
        show(running);
        show(List.of(group.number()));
    }

    /** Takes a case out of a group and gives it a place in another. */
    void move(PlannedGroup from, PlannedGroup to, String caseNumber) {
        leave(from, caseNumber);
        places.await(caseNumber, to.programme(), to.type());
        join(to, caseNumber, to.type());
    }

    /** Shows anew what the tasks of a person's groups show of the person. */
    void showAnew(String caseNumber) {
        places.wishes(caseNumber).forEach(wish -> show(places.lockRunning(wish.programme(), wish.type())));
        show(places.ofSamePerson(caseNumber));
    }

    private void show(List<String> numbers) {
        numbers.forEach(number -> texts.rewrite(number, (key, shown) -> now(number, key, shown)));
    }

    private Object now(String groupId, String key, Object shown) {
        return switch (key) {
            case "waiting" -> waiting(groupId);
            case "members" -> members(groupId);
            case "onRoll" -> onRoll(groupId);
            case "roll" -> roll(groupId);
            case "people" -> seats(groupId);
            default -> shown;
        };
    }

    /** Those who wait for such a group, as options: name, sex, language and since when. */
    List<Choice> waiting(String groupId) {
        List<GroupPlaces.Member> waiting = places.waiting(groups.get(groupId));
        return memberTexts.waiting(waiting);
    }

    /** A participant on the roll. */
    record Seat(int seat, String name, String caseNumber) {}

    /** Those whose roll is called, by seat; none in a group type that keeps no roll call. */
    List<Seat> onRoll(String groupId) {
        if (!types.of(groups.get(groupId)).callsRoll()) {
            return List.of();
        }
        List<GroupPlaces.Member> members = places.members(groupId);
        Map<String, String> called = memberTexts.called(members);
        return members.stream()
                .map(member -> new Seat(
                        Objects.requireNonNull(member.seat()),
                        Objects.requireNonNull(called.get(member.caseNumber())),
                        member.caseNumber()))
                .toList();
    }

    /** Names by seat, {@code seat1} to as many as the type takes, null where a seat is free, and {@code seats}, their number. */
    Map<String, @Nullable Object> seats(String groupId) {
        return bySeat(groups.get(groupId), places.members(groupId), MemberTexts::name);
    }

    /** As {@link #seats}; empty in a group type that keeps no roll call. */
    Map<String, @Nullable Object> roll(String groupId) {
        PlannedGroup group = groups.get(groupId);
        List<GroupPlaces.Member> members = types.of(group).callsRoll() ? places.members(groupId) : List.of();
        Map<String, String> called = memberTexts.called(members);
        return bySeat(group, members, member -> Objects.requireNonNull(called.get(member.caseNumber())));
    }

    private Map<String, @Nullable Object> bySeat(
            PlannedGroup group, List<GroupPlaces.Member> members, Function<GroupPlaces.Member, String> naming) {
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        names.put("seats", members.size());
        for (int seat = 1; seat <= types.of(group).maximum(); seat++) {
            names.put("seat" + seat, null);
        }
        members.forEach(member -> names.put("seat" + member.seat(), naming.apply(member)));
        return names;
    }

    /** Those with a place in the group, as options. */
    List<Choice> members(String groupId) {
        return places.members(groupId).stream()
                .map(member -> new Choice(MemberTexts.name(member), member.caseNumber()))
                .toList();
    }
}
