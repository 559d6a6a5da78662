package se.samsteg.desk;

import static se.samsteg.desk.CaseFileAnswer.letTheBrowserShowPdf;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;
import se.samsteg.engine.Actor;
import se.samsteg.review.UnitReview;

/**
 * Opens the review that a task is about, to the unit's manager or to the caseworker of one participant: who has the task to
 * read it. What it shows is decided by the consents of the moment; each participant it shows more of than the number is a
 * row in the access log.
 */
@RestController
class ReviewPanel {

    /** The task to read a review; others of a review are not its readers'. */
    private static final String READING = "userTask_receipt";

    /** As the log says which document it was. */
    private static final String KIND = "review";

    private final LoggedIn loggedIn;
    private final TaskService tasks;
    private final UnitReview review;
    private final AccessLog log;
    private final Actor actor;

    ReviewPanel(LoggedIn loggedIn, TaskService tasks, UnitReview review, AccessLog log, Actor actor) {
        this.loggedIn = loggedIn;
        this.tasks = tasks;
        this.review = review;
        this.log = log;
        this.actor = actor;
    }

    /** The engine finds the task only if the user may see it. */
    @GetMapping("/camunda/api/samsteg/review")
    ResponseEntity<byte[]> ofTask(@RequestParam(defaultValue = "") String taskId, HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return loggedIn.answered(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .filter(task -> task.getTaskDefinitionKey().equals(READING))
                        .flatMap(this::opened));
    }

    private Optional<ResponseEntity<byte[]>> opened(Task task) {
        return text(task, "reviewId").map(reviewId -> {
            List<UnitReview.Part> parts =
                    review.parts(reviewId, text(task, "caseNumber").orElse(null));
            parts.stream()
                    .filter(part -> part.name() != null)
                    .forEach(part -> log.write(new AccessLog.View(
                            What.DOCUMENT, KIND, part.caseNumber(), null, task.getTenantId(), actor.role(), null)));
            return CaseFileAnswer.pdf(review.fileName(reviewId), review.pdf(reviewId, parts));
        });
    }

    private Optional<String> text(Task task, String variable) {
        return Optional.ofNullable((String) tasks.getVariable(task.getId(), variable));
    }
}
