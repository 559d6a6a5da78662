package se.samsteg.desk;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.engine.Actor;
import se.samsteg.staff.Role;

/** Where a user's work stands, if it is a page of Samsteg's own: after log-in the start page leads there. */
@RestController
class LandingAnswer {

    private static final List<Role> READERS_OF_RESULTS = List.of(Role.STEERING_GROUP, Role.UNIT_MANAGER);

    private final Actor actor;

    LandingAnswer(Actor actor) {
        this.actor = actor;
    }

    /** @param path of the page */
    record Landing(String path) {}

    /** @return 204 to a user whose work stands in the web applications; 401 without log-in */
    @GetMapping("/camunda/api/samsteg/landing")
    ResponseEntity<Landing> landing() {
        if (!actor.loggedIn()) {
            return LoggedIn.answer(HttpStatus.UNAUTHORIZED).build();
        }
        List<String> groups = actor.groups();
        boolean readsResultsAlone = !groups.isEmpty()
                && groups.stream()
                        .allMatch(group -> READERS_OF_RESULTS.stream().anyMatch(role -> role.among(List.of(group))));
        return readsResultsAlone
                ? LoggedIn.answer(HttpStatus.OK).body(new Landing("/resultat"))
                : LoggedIn.answer(HttpStatus.NO_CONTENT).build();
    }
}
