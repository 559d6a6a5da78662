package se.samsteg.draft;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;
import se.samsteg.engine.Actor;
import se.samsteg.form.CaseNumber;
import se.samsteg.form.OpenForms;
import se.samsteg.form.Refused;

/**
 * Keeps what is typed in Tasklist's forms, for the user who types it only: a task's assignee, or a user who may start a
 * process. Camunda tells who is logged in under this path but does not require it, so this must. A draft of another
 * user, of a task that is over or of one that never existed is answered alike: there is nothing to read, and nothing
 * can be saved.
 */
@RestController
class DraftPage {

    private static final String TASK = "/camunda/api/samsteg/draft/task/{id}";
    private static final String START = "/camunda/api/samsteg/draft/start/{id}";

    private final OpenForms forms;
    private final TaskDrafts ofTasks;
    private final StartDrafts ofStarts;
    private final AccessLog log;
    private final Actor actor;

    DraftPage(OpenForms forms, TaskDrafts ofTasks, StartDrafts ofStarts, AccessLog log, Actor actor) {
        this.forms = forms;
        this.ofTasks = ofTasks;
        this.ofStarts = ofStarts;
        this.log = log;
        this.actor = actor;
    }

    @GetMapping(TASK)
    ResponseEntity<Kept> ofTask(@PathVariable String id) {
        return answer(() -> forms.ofTask(id, actor.user())
                .map(form -> viewed(form, ofTasks.of(id, form)))
                .orElse(Kept.NOTHING));
    }

    @PutMapping(TASK)
    ResponseEntity<Kept> save(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] content) {
        return answer(() -> content == null ? null : ofTasks.save(id, content).orElse(null));
    }

    @DeleteMapping(TASK)
    ResponseEntity<Kept> discard(@PathVariable String id) {
        return answer(() -> {
            ofTasks.discard(id);
            return Kept.NOTHING;
        });
    }

    /** @param id of the version of the process that Tasklist shows */
    @GetMapping(START)
    ResponseEntity<Kept> ofStart(@PathVariable String id) {
        return answer(() ->
                forms.ofStart(id).map(form -> viewed(form, ofStarts.of(form))).orElse(Kept.NOTHING));
    }

    @PutMapping(START)
    ResponseEntity<Kept> saveStart(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] content) {
        return answer(() -> content == null
                ? null
                : forms.ofStart(id).map(form -> ofStarts.save(form, content)).orElse(null));
    }

    @DeleteMapping(START)
    ResponseEntity<Kept> discardStart(@PathVariable String id) {
        return answer(() -> {
            forms.ofStart(id).map(OpenForms.Open::process).ifPresent(ofStarts::discard);
            return Kept.NOTHING;
        });
    }

    /** What is handed out of a draft is entered in the access log before, as all that is read about a case. */
    private Kept viewed(OpenForms.Open form, Kept kept) {
        if (kept.content() != null) {
            String about = form.about();
            boolean ofCase = about != null && CaseNumber.parse(about).isPresent();
            log.write(new AccessLog.View(
                    What.DRAFT, form.id(), ofCase ? about : null, ofCase ? null : about, null, actor.role(), null));
        }
        return kept;
    }

    private ResponseEntity<Kept> answer(Supplier<@Nullable Kept> work) {
        if (!actor.loggedIn()) {
            return status(HttpStatus.UNAUTHORIZED).build();
        }
        return Optional.ofNullable(work.get())
                .map(kept -> status(HttpStatus.OK).body(kept))
                .orElseGet(() -> status(HttpStatus.NOT_FOUND).build());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refused refused) {
        return status(HttpStatus.BAD_REQUEST).body(Map.of("type", "Refused", "message", refused.getMessage()));
    }

    private static ResponseEntity.BodyBuilder status(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
