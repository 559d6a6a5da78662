package se.samsteg.desk;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.What;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.OwnCases;
import se.samsteg.casefile.Views;

/**
 * What Tasklist suggests where a form asks for a case or a colleague: one's own cases, and the staff of one's association.
 * Camunda tells who is logged in under this path but asks nobody for it, so this must.
 */
@RestController
class Suggestions {

    /** Who hands over, deputises and leads groups together. */
    private static final Set<String> ASKING = Set.of("programme-lead", "coach", "group-coach");

    private static final List<String> STAFF =
            List.of("programme-lead", "coach", "group-coach", "occupational-therapist", "employment-consultant");

    private final IdentityService identity;
    private final OwnCases own;
    private final Views views;

    Suggestions(IdentityService identity, OwnCases own, Views views) {
        this.identity = identity;
        this.own = own;
        this.views = views;
    }

    record Colleague(String user, String name) {}

    /** @return 401 to whoever is not logged in */
    @GetMapping("/camunda/api/samsteg/cases")
    ResponseEntity<List<CaseFiles.Recognised>> cases() {
        if (identity.getCurrentAuthentication() == null) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        views.list(What.CASE_LIST);
        return answer(HttpStatus.OK).body(own.all());
    }

    /** @return 401 to whoever is not logged in, 403 to whoever has no need of it */
    @GetMapping("/camunda/api/samsteg/staff")
    ResponseEntity<List<Colleague>> staff() {
        Authentication asking = identity.getCurrentAuthentication();
        if (asking == null) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        if (asking.getGroupIds().stream().noneMatch(ASKING::contains)) {
            return answer(HttpStatus.FORBIDDEN).build();
        }
        return answer(HttpStatus.OK).body(unchecked(asking, () -> colleagues(asking.getTenantIds())));
    }

    private List<Colleague> colleagues(List<String> tenants) {
        return tenants.stream()
                .flatMap(tenant -> STAFF.stream().flatMap(group -> members(tenant, group)))
                .map(user -> new Colleague(user.getId(), user.getFirstName() + " " + user.getLastName()))
                .distinct()
                .sorted(comparing(Colleague::name).thenComparing(Colleague::user))
                .toList();
    }

    private Stream<User> members(String tenant, String group) {
        return identity.createUserQuery().memberOfTenant(tenant).memberOfGroup(group).list().stream();
    }

    /** Only administrators may look up users; everybody may know the name of a colleague. */
    private <T> T unchecked(Authentication asking, Supplier<T> question) {
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            identity.setAuthentication(asking);
        }
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
