package se.samsteg.desk;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;
import se.samsteg.casefile.OwnCases;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/**
 * What Tasklist suggests where a form asks for a case or a colleague: one's own cases, and the staff of one's
 * association; to those who keep the register of staff, all its members. Camunda tells who is logged in under this path
 * but does not require it, so this must.
 */
@RestController
class Suggestions {

    /** Who registers what is known of each member. */
    private static final Set<Role> REGISTERING = Set.of(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);

    /** Who hands over, deputises and leads groups together. */
    private static final Set<Role> ASKING = Set.of(Role.COACH, Role.GROUP_COACH);

    private static final List<Role> STAFF = List.of(
            Role.PROGRAMME_LEAD, Role.COACH, Role.GROUP_COACH, Role.OCCUPATIONAL_THERAPIST, Role.EMPLOYMENT_CONSULTANT);

    private final Actor actor;
    private final Colleagues colleagues;
    private final OwnCases own;
    private final Views views;

    Suggestions(Actor actor, Colleagues colleagues, OwnCases own, Views views) {
        this.actor = actor;
        this.colleagues = colleagues;
        this.own = own;
        this.views = views;
    }

    record Colleague(String user, String name) {}

    /** @return 401 without log-in */
    @GetMapping("/camunda/api/samsteg/cases")
    ResponseEntity<List<OwnCases.Recognised>> cases() {
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        views.list(What.CASE_LIST);
        return answer(HttpStatus.OK).body(own.all());
    }

    /** @return 401 without log-in, 403 to a user whose role has no need of it */
    @GetMapping("/camunda/api/samsteg/staff")
    ResponseEntity<List<Colleague>> staff() {
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        if (isOne(REGISTERING)) {
            return answer(HttpStatus.OK).body(sorted(colleagues::of));
        }
        return isOne(ASKING)
                ? answer(HttpStatus.OK).body(sorted(this::staff))
                : answer(HttpStatus.FORBIDDEN).build();
    }

    private boolean isOne(Set<Role> roles) {
        return roles.stream().anyMatch(role -> role.among(actor.groups()));
    }

    private List<Colleagues.Colleague> staff(String tenant) {
        return STAFF.stream()
                .flatMap(role -> colleagues.in(role, tenant).stream())
                .toList();
    }

    private List<Colleague> sorted(Function<String, List<Colleagues.Colleague>> ofTenant) {
        return actor.tenants().stream()
                .flatMap(tenant -> ofTenant.apply(tenant).stream())
                .map(user -> new Colleague(user.id(), user.name()))
                .distinct()
                .sorted(comparing(Colleague::name).thenComparing(Colleague::user))
                .toList();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
