package se.samsteg.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
        places.await(caseNumber, programmeId, type);
        show(running);
    }

    /** Takes a case off the list; one that has a place keeps it. */
    void leaveQueue(String caseNumber) {
        places.wish(caseNumber).ifPresent(wish -> {
            List<String> running = places.lockRunning(wish.programme(), wish.type());
            places.leaveQueue(caseNumber);
            show(running);
        });
    }

    /** Takes a case off the list and out of its group; for a case that is in neither nothing happens. */
    void leave(String caseNumber) {
        leaveQueue(caseNumber);
        groups.of(caseNumber).ifPresent(group -> {
            places.lockRunning(group.programme(), group.type());
            places.leave(caseNumber);
            show(List.of(group.number()));
        });
    }

    /** As {@link #leave}; the seat is offered to those who wait. */
    void vacate(String caseNumber) {
        Optional<PlannedGroup> left = groups.of(caseNumber);
        leave(caseNumber);
        left.ifPresent(participants::offerSeat);
    }

    /** Gives places to those who were chosen among the waiting. */
    void staff(PlannedGroup group, List<String> caseNumbers) {
        List<String> running = places.lockRunning(group.programme(), group.type());
        places.staff(group.number(), caseNumbers);
        show(running);
    }

    /** Gives a place in a group to a case that waits for any group. */
    void join(PlannedGroup group, String caseNumber) {
        List<String> running = places.wish(caseNumber)
                .map(wish -> places.lockRunning(wish.programme(), wish.type()))
                .orElse(List.of());
        places.join(group.number(), caseNumber);
        show(running);
        show(List.of(group.number()));
    }

    /** Takes a case out of its group and gives it a place in another. */
    void move(PlannedGroup to, String caseNumber) {
        leave(caseNumber);
        places.await(caseNumber, to.programme(), to.type());
        join(to, caseNumber);
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
