package se.samsteg.desk;

import static se.samsteg.desk.CaseFileAnswer.letTheBrowserShowPdf;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.Views;
import se.samsteg.review.Presentation;

/**
 * Opens the review that a task is about, to the unit's manager or to the caseworker of one participant: who has the task to
 * read it. What it shows is decided by the consents of the moment; each participant it shows more of than the number is a
 * row in the access log.
 */
@RestController
class ReviewPanel {

    /** The task to read a review; others of a review are not its readers'. */
    private static final String READING = "userTask_receipt";

    private final LoggedIn loggedIn;
    private final TaskService tasks;
    private final Presentation presentation;
    private final Views views;
    private final Documents documents;

    ReviewPanel(LoggedIn loggedIn, TaskService tasks, Presentation presentation, Views views, Documents documents) {
        this.loggedIn = loggedIn;
        this.tasks = tasks;
        this.presentation = presentation;
        this.views = views;
        this.documents = documents;
    }

    /**
     * A participant as it is printed.
     *
     * @param title the number, and the name where it may be shown
     * @param instead what stands there in place of the lines; null where there are some
     */
    record Printed(String title, @Nullable String instead, List<Presentation.Line> lines) {}

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
            Presentation.Head head = presentation.head(reviewId);
            Map<String, @Nullable Object> shown = new HashMap<>();
            shown.put("head", head);
            shown.put(
                    "parts",
                    presentation.parts(reviewId, text(task, "caseNumber").orElse(null)).stream()
                            .map(this::printed)
                            .toList());
            return CaseFileAnswer.pdf(head.fileName(), documents.printOf(head.programme(), "review", shown));
        });
    }

    private Printed printed(Presentation.Part part) {
        String name = part.shown()
                ? views.inReview(part.caseNumber())
                        .map(view -> " " + view.person().shownName())
                        .orElse("")
                : "";
        return new Printed(part.caseNumber() + name, part.instead(), part.lines());
    }

    private Optional<String> text(Task task, String variable) {
        return Optional.ofNullable((String) tasks.getVariable(task.getId(), variable));
    }
}
