package se.samsteg.result;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Says in the answer why figures are refused, as the page does; a general sentence would take the place of an empty answer. */
@RestControllerAdvice(assignableTypes = ResultAnswers.class)
class RefusedResults {

    @ExceptionHandler
    ResponseEntity<?> refused(ResponseStatusException refused) {
        var answer = ResponseEntity.status(refused.getStatusCode()).cacheControl(CacheControl.noStore());
        String reason = refused.getReason();
        return reason == null ? answer.build() : answer.body(new Refusal(reason));
    }
}
