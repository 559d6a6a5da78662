package se.samsteg.desk;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.casefile.Content;
import se.samsteg.casefile.View;
import se.samsteg.casefile.Views;
import se.samsteg.extract.Extract;

/** What Tasklist's tab Akten shows of the case, open or closed: the same as its page, as far as the reader may see it. */
@RestController
class CasePanel {

    private final LoggedIn loggedIn;
    private final TaskService tasks;
    private final Views views;
    private final CaseReading reading;
    private final Extract extract;

    CasePanel(LoggedIn loggedIn, TaskService tasks, Views views, CaseReading reading, Extract extract) {
        this.loggedIn = loggedIn;
        this.tasks = tasks;
        this.views = views;
        this.reading = reading;
        this.extract = extract;
    }

    /**
     * @param development whether the picture of the participant's development may be asked for
     * @param extract whether the extract of all that is held about the person may be asked for
     * @param protectedNote whether it must be said first if the protected note is to be in it
     */
    record Shown(
            String caseNumber,
            List<CaseDocuments.Entry> documents,
            List<Section> sections,
            boolean development,
            boolean extract,
            boolean protectedNote) {}

    /** The case of a task that the user may see. */
    @GetMapping("/camunda/api/samsteg/case")
    ResponseEntity<Shown> ofTask(@RequestParam(defaultValue = "") String taskId) {
        return loggedIn.answered(
                () -> caseNumber(taskId).flatMap(views::caseFile).map(view -> LoggedIn.answer(HttpStatus.OK)
                        .body(shown(view))));
    }

    /** The engine finds the task only if the user may see it. A group's or a meeting's task has no case. */
    private Optional<String> caseNumber(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> tasks.getVariable(task.getId(), "caseNumber"))
                .map(String.class::cast);
    }

    private Shown shown(View view) {
        String caseNumber = view.caseNumber();
        CaseReading.Tab tab = reading.tab(view);
        return new Shown(
                caseNumber,
                tab.documents(),
                tab.sections(),
                view.shows(Content.DEVELOPMENT),
                view.led(),
                view.led() && extract.hasProtectedNote(caseNumber));
    }
}
