package se.samsteg.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTasks;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/**
 * Who could open a case today, and by what right: the same rules as {@link Standings}, asked of all staff of the association
 * at once.
 */
@Component
public class AllowedReaders {

    private static final Set<Standing> WHOLLY = Set.of(Standing.COACH, Standing.PROGRAMME_LEAD);

    private final CaseFiles cases;
    private final StaffCases staffCases;
    private final ConferenceMembers members;
    private final Standings standings;
    private final CaseTasks tasks;
    private final Colleagues colleagues;

    AllowedReaders(
            CaseFiles cases,
            StaffCases staffCases,
            ConferenceMembers members,
            Standings standings,
            CaseTasks tasks,
            Colleagues colleagues) {
        this.cases = cases;
        this.staffCases = staffCases;
        this.members = members;
        this.standings = standings;
        this.tasks = tasks;
        this.colleagues = colleagues;
    }

    /**
     * A member of staff who may open the case.
     *
     * @param user user id
     * @param why in Swedish, such as {@code Coach i ärendet}
     */
    public record Allowed(String user, String name, String why) {}

    private record Reader(
            String user, Standing standing, @Nullable String authority, String why) {}

    /** In the order of the rights, coach and lead first. */
    public List<Allowed> of(View view, Settings programme) {
        CaseFile file = view.file();
        List<Reader> readers = new ArrayList<>();
        Stream.of(file.coach(), cases.actingCoach(file.caseNumber()))
                .filter(Objects::nonNull)
                .distinct()
                .map(user -> new Reader(
                        user,
                        Standing.COACH,
                        null,
                        user.equals(file.coach()) ? "Coach i ärendet" : "Ersätter coachen, som är borta"))
                .forEach(readers::add);
        colleagues
                .in(Role.PROGRAMME_LEAD, programme.tenant())
                .forEach(lead -> readers.add(new Reader(lead.id(), Standing.PROGRAMME_LEAD, null, "Leder programmet")));
        readers.add(new Reader(
                file.caseworker(),
                Standing.CASEWORKER,
                file.authority(),
                "Har remitterat deltagaren, och samtycke finns"));
        readers.addAll(staff(file, programme));
        if (staffCases.assessed(file.caseNumber())) {
            members.of(programme.tenant())
                    .forEach(member -> readers.add(new Reader(
                            member.user(),
                            Standing.CONFERENCE,
                            member.authority(),
                            "Har ärendet på dagordningen, och samtycke finns")));
        }
        return allowed(view, readers);
    }

    private List<Reader> staff(CaseFile file, Settings programme) {
        List<StaffCases.Part> parts = staffCases.parts(file.caseNumber());
        List<CaseTasks.Open> open = tasks.of(List.of(file.caseNumber()));
        Stream<Reader> given = open.stream()
                .filter(task -> task.assignee() != null && task.isGivenTo(task.assignee()))
                .map(CaseTasks.Open::assignee)
                .distinct()
                .flatMap(user -> Standings.ofGiven(colleagues.groups(user, programme.tenant()), file.authority())
                        .map(standing -> new Reader(
                                user,
                                standing,
                                standing == Standing.CASEWORKER ? file.authority() : null,
                                "Har fått en uppgift i ärendet"))
                        .stream());
        Stream<Reader> working = Stream.of(Standing.values())
                .filter(Standings.BY_TASK::containsKey)
                .flatMap(standing -> {
                    Role role = Objects.requireNonNull(Standings.BY_TASK.get(standing));
                    String title = programme.roles().getOrDefault(role.id(), role.id());
                    return colleagues.in(role, programme.tenant()).stream()
                            .flatMap(one -> why(one.id(), role, title, parts, open)
                                    .map(why -> new Reader(one.id(), standing, null, why)));
                });
        return Stream.concat(working, given).toList();
    }

    private static Stream<String> why(
            String user, Role role, String title, List<StaffCases.Part> parts, List<CaseTasks.Open> open) {
        if (parts.contains(new StaffCases.Part(user, role.id()))) {
            return Stream.of(
                    role == Role.GROUP_COACH ? title + ", leder deltagarens grupp" : title + ", har arbetat i ärendet");
        }
        return open.stream().anyMatch(task -> task.isFor(user, role.id()))
                ? Stream.of(title + ", har eller kan ta en uppgift i ärendet")
                : Stream.empty();
    }

    private List<Allowed> allowed(View view, Collection<Reader> readers) {
        var opened = standings.opened(view.file(), view.person());
        Set<String> whole = readers.stream()
                .filter(reader -> WHOLLY.contains(reader.standing()))
                .map(Reader::user)
                .collect(Collectors.toSet());
        Map<String, String> names =
                colleagues.names(readers.stream().map(Reader::user).distinct().toList());
        return readers.stream()
                .filter(reader -> names.containsKey(reader.user()))
                .filter(reader -> WHOLLY.contains(reader.standing()) || !whole.contains(reader.user()))
                .filter(reader -> opened.test(reader.standing(), reader.authority()))
                .map(reader -> new Allowed(reader.user(), names.getOrDefault(reader.user(), ""), reader.why()))
                .toList();
    }
}
