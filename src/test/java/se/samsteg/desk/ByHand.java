package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriverException;
import se.samsteg.journey.Desk;

/**
 * Staff who take turns at one real Chromium: each form is once opened in Tasklist by the member of staff whose it is, filled
 * in by clicks and keys, and sent by its button. The next time it goes without a screen, and so it does after a form could
 * not be sent, so that one fault does not hide others.
 */
public final class ByHand implements Desk, AutoCloseable {

    private final Browser browser = Browser.open();
    private final Map<String, Set<Cookie>> sessions = new HashMap<>();
    private final Set<String> tried = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Desk withoutScreen;
    private final String tasklist;
    private final Predicate<String> forms;
    private final RepositoryService repository;
    private final TaskService tasks;
    private String user = "";
    private int turns;

    /**
     * @param port of the application
     * @param forms which are sent by hand, by their ids as they are deployed
     */
    public ByHand(
            Desk withoutScreen, int port, Predicate<String> forms, RepositoryService repository, TaskService tasks) {
        this.withoutScreen = withoutScreen;
        this.tasklist = "http://localhost:" + port + "/camunda/app/tasklist/default/";
        this.forms = forms;
        this.repository = repository;
        this.tasks = tasks;
    }

    /** The forms that were sent by hand, by their ids as they are deployed. */
    public Set<String> sent() {
        return tried;
    }

    /** What was in the way, form by form. */
    public List<String> faults() {
        return faults;
    }

    @Override
    public void starts(String who, String process, String form, Map<String, Object> answers) {
        if (!byHand(form, () -> start(who, process, form, answers))) {
            withoutScreen.starts(who, process, form, answers);
        }
    }

    @Override
    public void completes(String who, Task task, String form, Map<String, Object> answers) {
        if (!byHand(form, () -> complete(who, task, form, answers))) {
            withoutScreen.completes(who, task, form, answers);
        }
    }

    /** @return whether it was sent */
    private boolean byHand(String form, Runnable work) {
        if (!forms.test(form) || !tried.add(form)) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (WebDriverException | AssertionError e) {
            browser.takesPicture("fel-" + form);
            faults.add(form + ": " + e.getMessage());
            return false;
        }
    }

    private void start(String who, String process, String form, Map<String, Object> answers) {
        sitsDown(who);
        browser.begins(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getName());
        fills(form, answers);
        browser.clicksButton("Starta");
        isSent(() -> browser.finds(".modal .fjs-container") == 0);
    }

    private void complete(String who, Task task, String form, Map<String, Object> answers) {
        sitsDown(who);
        boolean ofTheGroup = task.getAssignee() == null;
        browser.clicks(ofTheGroup ? "Min grupps uppgifter" : "Mina uppgifter");
        browser.opensTask(task.getId());
        if (ofTheGroup) {
            browser.clicksButton("Ta uppgiften");
            browser.waitsUntil(
                    () -> browser.finds("[cam-tasklist-form] .fjs-container input:not([disabled]), [cam-tasklist-form]"
                                    + " .fjs-container textarea:not([disabled])")
                            > 0);
            browser.settles();
        }
        fills(form, answers);
        browser.clicksButton("Slutför");
        isSent(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 0);
    }

    /** After a log-in the session is kept, as on a computer of one's own. */
    private void sitsDown(String who) {
        if (!who.equals(user)) {
            browser.webDriver().manage().deleteAllCookies();
            if (sessions.containsKey(who)) {
                sessions.get(who).forEach(browser.webDriver().manage()::addCookie);
            } else {
                browser.logIn(tasklist, who);
                sessions.put(who, browser.webDriver().manage().getCookies());
            }
            user = who;
        }
        // Tasklist shows only at its next look what has come about without it.
        browser.opens(tasklist + "?turn=" + ++turns);
        browser.reads("Mina uppgifter");
    }

    /** In the order of the screen; an answer may show other fields. What stays hidden cannot be answered. */
    private void fills(String form, Map<String, Object> answers) {
        browser.waitsUntil(() -> browser.finds(".fjs-container .fjs-form-field") > 0);
        FormOnScreen screen = new FormOnScreen(browser);
        Map<String, Object> left = new LinkedHashMap<>(answers);
        left.values().removeIf(answer -> answer == null);
        while (fillsSome(screen, left)) {
            // A field may have come above others.
        }
        screen.leaves(); // a list that the Tab key has reached last is open, and may lie on the button
        browser.takesPicture(form);
    }

    private static boolean fillsSome(FormOnScreen screen, Map<String, Object> left) {
        boolean filled = false;
        for (var field : screen.asked().entrySet()) {
            Object answer = left.remove(field.getKey());
            if (answer != null) {
                screen.fills(field.getKey(), field.getValue(), answer);
                filled = true;
                if (field.getValue().mayShowOthers()) {
                    return true;
                }
            }
        }
        return filled;
    }

    private void isSent(BooleanSupplier gone) {
        browser.waitsUntil(() -> gone.getAsBoolean() || !errors().isEmpty());
        if (!gone.getAsBoolean()) {
            assertThat(errors()).as("errors in the form").isEmpty();
        }
    }

    private List<String> errors() {
        return browser.texts(".fjs-form-field-error, .notifications .alert-danger");
    }

    @Override
    public void close() {
        browser.close();
    }
}
