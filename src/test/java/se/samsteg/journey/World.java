package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.form.DaysOff;
import se.samsteg.form.FormFiles;
import se.samsteg.form.ProgrammeForms;
import se.samsteg.result.FreshRows;

/** The people at work, the calendar on the wall and the mail that arrives: what every journey happens in. */
@TestComponent
public class World {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final FormService forms;
    private final HistoryService history;
    private final ManagementService management;
    private final IdentityService identity;
    private final JdbcClient jdbc;
    private @Nullable String staff;
    private final GreenMail mail;
    private final FreshRows rows;
    private boolean measured;
    private final Desk server = new Server();
    private Desk desk = server;

    World(
            RuntimeService runtime,
            RepositoryService repository,
            TaskService tasks,
            FormService forms,
            HistoryService history,
            ManagementService management,
            IdentityService identity,
            JdbcClient jdbc,
            GreenMail mail,
            FreshRows rows) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.forms = forms;
        this.history = history;
        this.management = management;
        this.identity = identity;
        this.jdbc = jdbc;
        this.mail = mail;
        this.rows = rows;
    }

    /** The figures of these years are signed, so that no file is held for their sake. */
    public void yearsAreSigned(int first, int last) {
        jdbc.sql("""
                        insert into frozen_year (id, programme, year, version, signed_at, signed_by, document)
                        select gen_random_uuid(), 'samboradet', year, 1, now(), 'projektledare1', ''
                        from generate_series(?, ?) year""").params(first, last).update();
    }

    /** An empty programme, an empty mail box, and this date on the calendar. */
    public void begin(LocalDate today) {
        desk = server;
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "a new story", true, true));
        history.createHistoricProcessInstanceQuery()
                .finished()
                .list()
                .forEach(process -> history.deleteHistoricProcessInstanceIfExists(process.getId()));
        List<String> tables = jdbc.sql("""
                        select table_name from information_schema.tables where table_schema = 'public'
                        and table_type = 'BASE TABLE' and table_name not like 'act\\_%'
                        and table_name not in ('flyway_schema_history', 'staff')""").query(String.class).list();
        jdbc.sql("truncate " + String.join(", ", tables)).update();
        registerOfStaff();
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
        ClockUtil.setCurrentTime(at(today));
    }

    /** As it is when the application has started: earlier stories have changed it. */
    private void registerOfStaff() {
        if (staff == null) {
            staff = jdbc.sql("select coalesce(jsonb_agg(to_jsonb(staff)), '[]')::text from staff")
                    .query(String.class)
                    .single();
            return;
        }
        jdbc.sql("truncate staff").update();
        jdbc.sql("insert into staff select * from jsonb_populate_recordset(null::staff, ?::jsonb)")
                .param(staff)
                .update();
    }

    /** Has forms filled in elsewhere from now on, until the next story begins; what cannot be filled in there goes back here. */
    public <D extends Desk> D worksAt(Function<Desk, D> other) {
        D elsewhere = other.apply(server);
        desk = elsewhere;
        return elsewhere;
    }

    /** From now on the application is asked nothing but what its users ask: what it sends to the database is counted. */
    public void isMeasured() {
        measured = true;
    }

    private void checked(Runnable step) {
        boolean checked = !measured && rows.begin();
        step.run();
        if (checked) {
            rows.check();
        }
    }

    private static Date at(LocalDate day) {
        return Date.from(ZonedDateTime.of(day, LocalTime.of(9, 0), ZONE).toInstant());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZONE);
    }

    /** Lets days go by; every timer that falls due on the way runs at its own time. */
    public void passes(Period period) {
        passesTo(today().plus(period));
    }

    public void passesTo(LocalDate day) {
        Date end = at(day);
        runJobs(end);
        ClockUtil.setCurrentTime(end);
        runJobs(end);
    }

    /** Runs what is due up to now, such as the sending of letters. */
    public void settles() {
        runJobs(ClockUtil.getCurrentTime());
    }

    private void runJobs(Date end) {
        boolean checked = false;
        for (int n = 0; n < 5_000; n++) {
            Date now = ClockUtil.getCurrentTime();
            ClockUtil.setCurrentTime(end);
            List<Job> due = management.createJobQuery().executable().orderByJobDuedate().asc().list().stream()
                    .filter(job -> !HistoryCleanupJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType()))
                    .toList();
            ClockUtil.setCurrentTime(now);
            Job next = due.stream()
                    .filter(job -> job.getDuedate() == null || !job.getDuedate().after(now))
                    .findFirst()
                    .orElse(due.isEmpty() ? null : due.get(0));
            if (next == null) {
                return;
            }
            if (next.getDuedate() != null && next.getDuedate().after(now)) {
                ClockUtil.setCurrentTime(next.getDuedate());
            }
            if (n == 0) {
                checked = !measured && rows.begin();
            }
            management.executeJob(next.getId());
            if (checked) {
                rows.check();
            }
        }
        throw new AssertionError("jobs without end");
    }

    /** Does something as a member of staff, with that person's groups and tenant. */
    public <T> T as(String user, Supplier<T> work) {
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList(),
                identity.createTenantQuery().userMember(user).list().stream()
                        .map(Tenant::getId)
                        .toList());
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Processes whose start asks for the case only, and the rest in a task that confirms it. */
    private static final Set<String> CONFIRMED =
            Set.of("interruption", "consent", "protection", "departure", "reopening");

    /** Submits a start form as Tasklist does, and confirms what must be confirmed. */
    public void starts(String user, String process, Map<String, Object> form) {
        if (!CONFIRMED.contains(process)) {
            submits(user, process, form);
            settles();
            return;
        }
        String caseNumber = (String) form.get("caseNumber");
        submits(user, process, Map.of("caseNumber", caseNumber));
        Map<String, Object> confirmed = new LinkedHashMap<>(form);
        confirmed.put("confirmed", "yes");
        completes(user, "userTask_confirm", caseNumber, confirmed);
    }

    /** Submits a start form as Tasklist does; what follows in jobs is not done yet. */
    public void submits(String user, String process, Map<String, Object> form) {
        String key = as(user, () -> Objects.requireNonNull(
                        forms.getStartFormData(definition(process)).getCamundaFormRef())
                .getKey());
        checked(() -> desk.starts(user, process, key, meant(key, form)));
    }

    /** Starts a process with what its form sends. */
    public void sends(Bench.Step start) {
        String id = definition(start.task());
        forms.submitStartForm(id, start.answers());
    }

    private String definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Opens a task in one's list, takes it if it is the group's, fills in its form and completes it. */
    public void completes(String user, String elementId, @Nullable String caseNumber, Map<String, Object> form) {
        Task task = as(user, () -> task(elementId, caseNumber));
        String key = as(user, () -> Objects.requireNonNull(
                        forms.getTaskFormData(task.getId()).getCamundaFormRef())
                .getKey());
        checked(() -> desk.completes(user, task, key, meant(key, form)));
        // No user does two things at the same instant, and what was recorded last is what counts.
        ticks();
        settles();
    }

    /** A second goes by. */
    public void ticks() {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 1_000));
    }

    /** Finds a case's task, takes it if it is the group's, and completes it with what its form sends. */
    public void sends(Bench.Step step, String caseNumber) {
        forms.submitTaskForm(taken(step.user(), task(step.task(), caseNumber)).getId(), step.answers());
    }

    private Task taken(String user, Task task) {
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), user);
        }
        return task;
    }

    /** Without a screen: the calls that Tasklist makes. */
    private final class Server implements Desk {

        @Override
        public void starts(String user, String process, String form, Map<String, Object> answers) {
            as(user, () -> forms.submitStartForm(definition(process), submitted(answers)));
        }

        @Override
        public void completes(String user, Task task, String form, Map<String, Object> answers) {
            as(user, () -> {
                forms.submitTaskForm(taken(user, task).getId(), submitted(answers));
                return null;
            });
        }
    }

    public LocalDate dueOn(String elementId, String caseNumber) {
        return LocalDate.ofInstant(task(elementId, caseNumber).getDueDate().toInstant(), ZONE);
    }

    private Task task(String elementId, @Nullable String caseNumber) {
        var query = tasks.createTaskQuery().taskDefinitionKey(elementId);
        if (caseNumber != null) {
            query.processInstanceBusinessKey(caseNumber);
        }
        List<Task> found = query.orderByDueDate().asc().list();
        assertThat(found)
                .as("task %s of %s among %s", elementId, caseNumber, openTasks(caseNumber))
                .isNotEmpty();
        return found.get(0);
    }

    /** Takes a task that is the group's. */
    public void takes(String user, String elementId, @Nullable String caseNumber) {
        as(user, () -> {
            tasks.claim(task(elementId, caseNumber).getId(), user);
            return null;
        });
    }

    /** Who can do a task: its assignee, or a programme lead where it has none. */
    public String ownerOf(String elementId, @Nullable String caseNumber) {
        String assignee = task(elementId, caseNumber).getAssignee();
        return assignee == null ? "projektledare1" : assignee;
    }

    /** Id of the form in which a task is done, as its model names it. */
    public String formOf(String elementId, @Nullable String caseNumber) {
        Task task = tasks.createTaskQuery()
                .taskId(task(elementId, caseNumber).getId())
                .initializeFormKeys()
                .singleResult();
        return ProgrammeForms.form(task.getCamundaFormRef().getKey());
    }

    /** Element ids of all users' tasks in a case. */
    public List<String> openTasks(@Nullable String caseNumber) {
        var caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            var query = tasks.createTaskQuery();
            if (caseNumber != null) {
                query.processInstanceBusinessKey(caseNumber);
            }
            return query.list().stream()
                    .map(Task::getTaskDefinitionKey)
                    .sorted()
                    .toList();
        } finally {
            identity.setAuthentication(caller);
        }
    }

    /** The task as its owner sees it, prefilled values included. */
    public Object shown(String user, String elementId, @Nullable String caseNumber, String key) {
        return as(user, () -> tasks.getVariable(task(elementId, caseNumber).getId(), key));
    }

    /** With the box ticked that says that the day of an appointment is meant, unless the box is answered already. */
    static Map<String, Object> meant(String formId, Map<String, Object> form) {
        Map<String, Object> meant = new LinkedHashMap<>(form);
        for (JsonNode field : fieldsWithProperties(formId)) {
            Object day = form.get(field.path("properties").path("confirms").asText());
            if (day != null && DaysOff.isDayOff(LocalDate.parse(day.toString()))) {
                meant.putIfAbsent(field.path("key").asText(), true);
            }
        }
        return meant;
    }

    private static List<JsonNode> fieldsWithProperties(String formId) {
        try {
            return new ObjectMapper().readTree(FormFiles.json(formId)).findParents("properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values as Tasklist sends them. */
    static Map<String, Object> submitted(Map<String, Object> form) {
        Map<String, Object> values = new java.util.LinkedHashMap<>(form);
        values.replaceAll((key, value) -> {
            if (value instanceof List<?> list) {
                List<Object> items = list.stream()
                        .map(item -> item instanceof Map<?, ?> ? item : String.valueOf(item))
                        .toList();
                return SpinValues.jsonValue(
                                new ObjectMapper().valueToTree(items).toString())
                        .create();
            }
            return value instanceof LocalDate date ? date.toString() : value;
        });
        return values;
    }

    /** Everything that a running instance of a process ended in: the element ids of passed end events. */
    public Set<String> endsOf(String process) {
        return new LinkedHashSet<>(history.createHistoricActivityInstanceQuery().finished().list().stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals(process))
                .filter(activity -> activity.getActivityType()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("endevent"))
                .map(activity -> activity.getActivityId())
                .toList());
    }

    /** Letters that reached a member of staff: subject and text in one. */
    public List<String> mailTo(String user) {
        List<String> letters = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            try {
                if (Arrays.stream(message.getRecipients(RecipientType.TO))
                        .anyMatch(address -> address.toString().startsWith(user + "@"))) {
                    letters.add(message.getSubject() + "\n" + message.getContent());
                }
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return letters;
    }

    public List<String> allMail() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(com.icegreen.greenmail.util.GreenMailUtil::getWholeMessage)
                .toList();
    }
}
