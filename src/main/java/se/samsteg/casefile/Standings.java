package se.samsteg.casefile;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.engine.CaseTasks;
import se.samsteg.person.Person;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Role;

/** How the logged-in user stands to a case, and what may be read of it for that. */
@Component
class Standings {

    /** Those in these roles stand to a case by a task in it, or by what they do or did in it. */
    static final Map<Standing, Role> BY_TASK = Map.of(
            Standing.GROUP_COACH, Role.GROUP_COACH,
            Standing.OCCUPATIONAL_THERAPIST, Role.OCCUPATIONAL_THERAPIST,
            Standing.EMPLOYMENT_CONSULTANT, Role.EMPLOYMENT_CONSULTANT);

    /** Who work for the programme. */
    private static final List<Role> STAFF =
            List.of(Role.COACH, Role.GROUP_COACH, Role.OCCUPATIONAL_THERAPIST, Role.EMPLOYMENT_CONSULTANT);

    private final OwnCases own;
    private final StaffCases staffCases;
    private final Consents consents;
    private final ContentRights rights;
    private final Posts posts;
    private final CaseTasks tasks;
    private final Actor actor;

    Standings(
            OwnCases own,
            StaffCases staffCases,
            Consents consents,
            ContentRights rights,
            Posts posts,
            CaseTasks tasks,
            Actor actor) {
        this.own = own;
        this.staffCases = staffCases;
        this.consents = consents;
        this.rights = rights;
        this.posts = posts;
        this.tasks = tasks;
        this.actor = actor;
    }

    /** The case as the user may read it. */
    View of(CaseFile file, Person person) {
        Disclosure disclosure = consents.of(file.caseNumber());
        Set<Standing> standings = standings(file, disclosure);
        Set<Content> shown = standings.stream()
                .flatMap(standing -> shown(file, person, disclosure, standing, authority(standing, file)))
                .collect(Collectors.toSet());
        boolean wholly = standings.contains(Standing.COACH) || standings.contains(Standing.PROGRAMME_LEAD);
        return new View(
                file,
                person,
                standings,
                shown::contains,
                information -> wholly
                        || standings.contains(Standing.CASEWORKER) && disclosure.may(file.authority(), information));
    }

    /** Whether anything of a case may be opened, by how a reader stands to it and for which authority. */
    BiPredicate<Standing, @Nullable String> opened(CaseFile file, Person person) {
        Disclosure disclosure = consents.of(file.caseNumber());
        return (standing, authority) ->
                shown(file, person, disclosure, standing, authority).findAny().isPresent();
    }

    private Stream<Content> shown(
            CaseFile file, Person person, Disclosure disclosure, Standing standing, @Nullable String authority) {
        ContentRights.Asked asked =
                new ContentRights.Asked(file.open(), person.protectedIdentity(), told(disclosure, authority));
        return Stream.of(Content.values()).filter(content -> rights.may(standing, content, asked));
    }

    private Set<Standing> standings(CaseFile file, Disclosure disclosure) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        if (own.coaches(file)) {
            standings.add(Standing.COACH);
        }
        if (own.leads(file)) {
            standings.add(Standing.PROGRAMME_LEAD);
        }
        if (actor.user().equals(file.caseworker()) && disclosure.mayAnything(file.authority())) {
            standings.add(Standing.CASEWORKER);
        }
        if (!standings.contains(Standing.COACH) && !standings.contains(Standing.PROGRAMME_LEAD)) {
            standings.addAll(parts(file, disclosure));
        }
        return standings;
    }

    /** The parts of staff beside coach and lead, in the roles that the user still has. */
    private Set<Standing> parts(CaseFile file, Disclosure disclosure) {
        Set<String> roles = own.inAssociation(file) ? Set.copyOf(actor.groups()) : Set.of();
        if (roles.isEmpty()) {
            return Set.of();
        }
        String user = actor.user();
        Set<String> recorded = staffCases.parts(user, file.caseNumber());
        List<CaseTasks.Open> open = tasks.of(List.of(file.caseNumber()));
        Set<Standing> parts = EnumSet.noneOf(Standing.class);
        BY_TASK.forEach((standing, role) -> {
            if (role.among(roles)
                    && (role.among(recorded) || open.stream().anyMatch(task -> task.isFor(user, role.id())))) {
                parts.add(standing);
            }
        });
        if (Role.CONFERENCE.among(roles) && Role.CONFERENCE.among(recorded)) {
            parts.add(Standing.CONFERENCE);
        }
        if (open.stream().anyMatch(task -> task.isGivenTo(user))) {
            ofGiven(roles, file.authority())
                    .filter(standing -> standing != Standing.CASEWORKER || disclosure.mayAnything(file.authority()))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    /**
     * How a user stands to a case for a task of it that was given to the user alone.
     *
     * @param authority the one that referred
     */
    static Optional<Standing> ofGiven(Set<String> roles, String authority) {
        if (roles.contains(Role.caseworkers(authority))) {
            return Optional.of(Standing.CASEWORKER);
        }
        return STAFF.stream().anyMatch(role -> role.among(roles)) ? Optional.of(Standing.COLLEAGUE) : Optional.empty();
    }

    /** The authority for which a reader reads; null for staff of the programme, whom no consent concerns. */
    private @Nullable String authority(Standing standing, CaseFile file) {
        return switch (standing) {
            case CASEWORKER -> file.authority();
            case CONFERENCE -> posts.of(actor.user()).authority();
            default -> null;
        };
    }

    private static Set<Information> told(Disclosure disclosure, @Nullable String authority) {
        return authority == null
                ? Set.of()
                : Stream.of(Information.values())
                        .filter(information -> disclosure.may(authority, information))
                        .collect(Collectors.toSet());
    }
}
