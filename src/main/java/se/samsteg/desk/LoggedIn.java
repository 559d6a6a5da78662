package se.samsteg.desk;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;

/**
 * Answers about a case. Camunda tells who is logged in under {@code /camunda/api} but does not require it, so this must:
 * 401 without log-in, and one and the same 404 for what does not exist and what is another user's.
 */
@Component
class LoggedIn {

    private final Actor actor;

    LoggedIn(Actor actor) {
        this.actor = actor;
    }

    <T> ResponseEntity<T> answered(Supplier<Optional<ResponseEntity<T>>> answer) {
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        return answer.get().orElseGet(() -> answer(HttpStatus.NOT_FOUND).build());
    }

    /** An answer that no browser keeps. */
    static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
