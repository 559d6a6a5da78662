package se.samsteg.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsteg.engine.EarlierDays;
import se.samsteg.form.Refused;

/** Something to look at from the first log-in: plays the {@link Script} through the forms of the staff. */
@Component
@Profile("demo")
class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
    private static final int ATTEMPTS = 5;

    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final EarlierDays earlier;
    private final Played played;
    private final Clock clock;

    DemoCases(
            IdentityService identity,
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            EarlierDays earlier,
            Played played,
            Clock clock) {
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.earlier = earlier;
        this.played = played;
        this.clock = clock;
    }

    /** Only where there is no case at all. Runs after the start message, so that users can log in meanwhile. */
    @EventListener(ApplicationReadyEvent.class)
    @Order
    void playOnce() {
        if (played.nothing()) {
            LOG.info("{} cases and groups are there to look at", play().size());
        }
    }

    /**
     * Plays every story, also after one that failed.
     *
     * @return the numbers of the cases and groups that came to the end of their story, by name
     */
    Map<String, String> play() {
        Map<String, String> numbers = new LinkedHashMap<>();
        Script script = new Script(LocalDate.now(clock), numbers);
        for (Script.Story story : Script.stories()) {
            try {
                numbers.put(story.name(), play(story, script));
            } catch (RuntimeException e) {
                // What other exceptions say may hold what was typed.
                String why =
                        e instanceof Refused ? e.getMessage() : e.getClass().getName();
                LOG.error("DEMO CASE \"{}\" FAILED: {}", story.name(), why);
            }
        }
        return numbers;
    }

    private String play(Script.Story story, Script script) {
        Script first = script.on(story.day());
        String number = onDay(first, story.by(), () -> start(story, first), () -> {});
        Script last = first;
        for (Script.Step step : story.steps()) {
            Script then = step.day() == null ? last : script.on(step.day());
            onDay(then, step.by(), () -> complete(step, number, then), () -> played.comesTo(step.task(), number));
            last = then;
        }
        return number;
    }

    private String onDay(Script script, String user, Supplier<String> act, Runnable before) {
        if (script.today().equals(LocalDate.now(clock))) {
            return as(user, act);
        }
        return earlier.on(script.today(), () -> {
            before.run();
            return as(user, act);
        });
    }

    private String start(Script.Story story, Script script) {
        var process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(story.process())
                .latestVersion()
                .singleResult();
        return forms.submitStartForm(process.getId(), script.submitted(story.form()))
                .getBusinessKey();
    }

    private String complete(Script.Step step, String number, Script script) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step.task())
                .singleResult();
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), step.by());
        }
        forms.submitTaskForm(task.getId(), script.submitted(step.form()));
        return number;
    }

    private String as(String user, Supplier<String> act) {
        var groups = identity.createGroupQuery().groupMember(user).list();
        var tenants = identity.createTenantQuery().userMember(user).list();
        identity.setAuthentication(
                user,
                groups.stream().map(Group::getId).toList(),
                tenants.stream().map(Tenant::getId).toList());
        try {
            return insist(act, ATTEMPTS);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The jobs that run meanwhile may have changed the same rows. */
    private static String insist(Supplier<String> act, int attempts) {
        try {
            return act.get();
        } catch (OptimisticLockingException e) {
            if (attempts == 1) {
                throw e;
            }
            return insist(act, attempts - 1);
        }
    }
}
