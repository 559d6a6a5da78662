package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.Period;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Visit;
import se.samsteg.engine.NothingThere;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

/** Who finds a task, asked as that person with authorisations on. */
@SamstegTest
class TaskRightsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    /** A coach like the other, in no way named on the other's task. */
    private static final String STRANGER = "coach2";

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FormService forms;

    @Autowired
    FilterService filters;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    private String caseNumber;
    private String task;

    @BeforeEach
    void aCoachsTask() {
        world.begin(TODAY);
        caseNumber = cases.open("coach1", TODAY);
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_holdTalk")
                .singleResult()
                .getId();
    }

    private boolean finds(String user) {
        return world.as(user, () -> tasks.createTaskQuery().taskId(task).count() == 1);
    }

    private void leadGivesItTo(@Nullable String user) {
        world.as("projektledare1", () -> {
            tasks.setAssignee(task, user);
            return null;
        });
    }

    @Test
    void theFormerAssigneeNoLongerFindsTheReassignedTask() {
        assertThat(finds("coach1")).isTrue();
        leadGivesItTo("coach2");

        assertThat(finds("coach1")).isFalse();
        assertThat(finds("coach2")).isTrue();
        leadGivesItTo("coach1");
        assertThat(finds("coach1")).isTrue();
        assertThat(finds("coach2")).isFalse();
    }

    @Test
    void reassigningATaskToItsAssigneeKeepsTheRight() {
        leadGivesItTo("coach1");
        assertThat(finds("coach1")).isTrue();
    }

    @Test
    void aCandidateUserKeepsTheRightWhenTheTaskIsReassigned() {
        tasks.addCandidateUser(task, "coach1");
        leadGivesItTo("coach2");
        assertThat(finds("coach1")).isTrue();

        tasks.deleteCandidateUser(task, "coach1");
        assertThat(finds("coach1")).isFalse();
    }

    @Test
    void theAssigneeKeepsTheRightWhenNoLongerACandidate() {
        tasks.addCandidateUser(task, "coach1");
        tasks.deleteCandidateUser(task, "coach1");
        assertThat(finds("coach1")).isTrue();
    }

    @Test
    void aGroupThatIsNoCandidateAnyMoreFindsItNoMore() {
        tasks.addCandidateGroup(task, "occupational-therapist");
        assertThat(finds("arbetsterapeut1")).isTrue();
        tasks.deleteCandidateGroup(task, "occupational-therapist");
        assertThat(finds("arbetsterapeut1")).isFalse();
    }

    @Test
    void theFormerClaimantOfAGroupTaskFindsItOnlyThroughTheGroup() {
        tasks.addCandidateGroup(task, "coach");
        leadGivesItTo(null);
        world.as("coach2", () -> {
            tasks.claim(task, "coach2");
            return null;
        });
        leadGivesItTo(null);
        assertThat(finds("coach2")).isTrue();
        tasks.deleteCandidateGroup(task, "coach");
        assertThat(finds("coach2")).isFalse();
    }

    @Test
    void nothingIsWrittenDownThatCouldOutliveTheReason() {
        leadGivesItTo("coach2");
        tasks.addCandidateUser(task, "coach1");
        tasks.addCandidateGroup(task, "coach");

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .count())
                .isZero();
    }

    // Lists: a stranger's query finds nothing, on any criterion.

    private Map<String, Consumer<TaskQuery>> questions() {
        Map<String, Consumer<TaskQuery>> questions = new LinkedHashMap<>();
        questions.put("everything", query -> {});
        questions.put("the task", query -> query.taskId(task));
        questions.put("the tasks", query -> query.taskIdIn(task));
        questions.put("whose it is", query -> query.taskAssignee("coach1"));
        questions.put("whose it is like", query -> query.taskAssigneeLike("coach%"));
        questions.put("whose it is among", query -> query.taskAssigneeIn("coach1", "coach2"));
        questions.put("who is not", query -> query.taskAssigneeNotIn("nobody"));
        questions.put("who has to do with it", query -> query.taskInvolvedUser("coach1"));
        questions.put("the case", query -> query.processInstanceBusinessKey(caseNumber));
        questions.put("the case among", query -> query.processInstanceBusinessKeyIn(caseNumber));
        questions.put("the case like", query -> query.processInstanceBusinessKeyLike("%"));
        questions.put("the process", query -> query.processDefinitionKey("coaching"));
        questions.put("the task's key", query -> query.taskDefinitionKey("userTask_holdTalk"));
        questions.put("the tenant", query -> query.tenantIdIn("botkyrka"));
        questions.put("a variable", query -> query.processVariableValueEquals("caseNumber", caseNumber));
        questions.put("another's group", query -> query.taskCandidateGroup("occupational-therapist")
                .includeAssignedTasks());
        questions.put("other groups", query -> query.taskCandidateGroupIn(List.of("occupational-therapist", "coach"))
                .includeAssignedTasks());
        questions.put("groups like", query -> query.taskCandidateGroupLike("%").includeAssignedTasks());
        questions.put(
                "another", query -> query.taskCandidateUser("arbetsterapeut1").includeAssignedTasks());
        questions.put("any group", query -> query.withCandidateGroups().includeAssignedTasks());
        questions.put(
                "mine or everything",
                query -> query.or().taskAssignee("coach2").taskId(task).endOr());
        questions.put("several alternatives", query -> query.or()
                .taskNameLike("%")
                .taskUnassigned()
                .endOr()
                .or()
                .taskAssigneeLike("%")
                .taskCandidateGroupIn(List.of("coach", "occupational-therapist"))
                .endOr());
        questions.put("a joined alternative", query -> query.or()
                .processDefinitionKey("coaching")
                .processInstanceBusinessKey(caseNumber)
                .taskInvolvedUser("coach1")
                .endOr());
        questions.put("in order of a variable", query -> query.orderByProcessVariable("caseNumber", ValueType.STRING)
                .asc());
        questions.put("in order of the name, by several", query -> query.orderByTaskNameCaseInsensitive()
                .asc()
                .orderByTaskVariable("caseNumber", ValueType.STRING)
                .desc());
        return questions;
    }

    private static void finds(TaskQuery query, boolean something) {
        assertThat(query.list().isEmpty()).isEqualTo(!something);
        assertThat(query.listPage(0, 15).isEmpty()).isEqualTo(!something);
        assertThat(query.unlimitedList().isEmpty()).isEqualTo(!something);
        assertThat(query.count() > 0).isEqualTo(something);
    }

    @Test
    void aStrangersQueryFindsNothingOnAnyCriterion() {
        tasks.addCandidateGroup(task, "occupational-therapist");
        tasks.addCandidateUser(task, "arbetsterapeut1");
        assertThat(questions()).allSatisfy((what, criteria) -> {
            for (String user : List.of("coach1", "arbetsterapeut1", "projektledare1", STRANGER)) {
                world.as(user, () -> {
                    TaskQuery query = tasks.createTaskQuery();
                    criteria.accept(query);
                    finds(query, !user.equals(STRANGER));
                    return null;
                });
            }
        });
    }

    @Test
    void anExtendedFilterShowsOnlyTheUsersOwnTasks() {
        tasks.addCandidateGroup(task, "occupational-therapist");
        tasks.addCandidateUser(task, "arbetsterapeut1");
        String all = filters.createTaskFilterQuery()
                .filterName("Alla uppgifter")
                .singleResult()
                .getId();
        assertThat(questions()).allSatisfy((what, criteria) -> {
            for (String user : List.of("coach1", STRANGER)) {
                long found = user.equals(STRANGER) ? 0 : 1;
                world.as(user, () -> {
                    TaskQuery extending = new TaskQueryImpl();
                    criteria.accept(extending);
                    assertThat(filters.list(all, extending)).hasSize((int) found);
                    assertThat(filters.count(all, extending)).isEqualTo(found);
                    return null;
                });
            }
        });
    }

    @Test
    void theFourFiltersShowWhatTheyNameAndCountIt() {
        tasks.addCandidateGroup(task, "coach");
        leadGivesItTo(null);
        assertThat(filter("coach1", "Mina uppgifter")).isZero();
        assertThat(filter("coach1", "Min grupps uppgifter")).isOne();
        world.as("coach1", () -> {
            tasks.claim(task, "coach1");
            return null;
        });
        assertThat(filter("coach1", "Mina uppgifter")).isOne();
        assertThat(filter("coach2", "Mina uppgifter")).isZero();
        assertThat(filter("coach2", "Min grupps uppgifter")).isZero();
        long soon = filter("coach1", "Förfaller i veckan");
        world.passes(Period.ofMonths(2));
        assertThat(filter("coach1", "Försenade")).isPositive();
        assertThat(filter("konsulent1", "Försenade")).isZero();
        assertThat(soon).isNotNegative();
    }

    private long filter(String user, String name) {
        String id =
                filters.createTaskFilterQuery().filterName(name).singleResult().getId();
        return world.as(user, () -> {
            assertThat(filters.list(id)).hasSize(filters.count(id).intValue());
            return filters.count(id);
        });
    }

    // Commands.

    private Map<String, Runnable> deeds() {
        Map<String, Runnable> deeds = new LinkedHashMap<>();
        deeds.put("claim", () -> tasks.claim(task, STRANGER));
        deeds.put("claim for another", () -> tasks.claim(task, "coach1"));
        deeds.put("release", () -> tasks.setAssignee(task, null));
        deeds.put("take", () -> tasks.setAssignee(task, STRANGER));
        deeds.put("own", () -> tasks.setOwner(task, STRANGER));
        deeds.put("delegate", () -> tasks.delegateTask(task, STRANGER));
        deeds.put("resolve", () -> tasks.resolveTask(task, Map.of()));
        deeds.put("complete", () -> tasks.complete(task));
        deeds.put("submit", () -> forms.submitTaskForm(task, Map.of()));
        deeds.put("become a candidate", () -> tasks.addCandidateUser(task, STRANGER));
        deeds.put("make the group one", () -> tasks.addCandidateGroup(task, "coach"));
        deeds.put("take a candidate away", () -> tasks.deleteCandidateUser(task, "coach1"));
        deeds.put("write", () -> tasks.setVariableLocal(task, "note", "x"));
        deeds.put("erase", () -> tasks.removeVariable(task, "note"));
        deeds.put("put off", () -> tasks.setDueDate(task, new Date()));
        deeds.put("rename", () -> tasks.setName(task, "x"));
        deeds.put("fail", () -> tasks.handleBpmnError(task, "x"));
        deeds.put("forge", () -> {
            Task carried = carried();
            carried.setAssignee(STRANGER);
            tasks.saveTask(carried);
        });
        deeds.put("make one", () -> tasks.saveTask(tasks.newTask()));
        return deeds;
    }

    private Map<String, Runnable> looks() {
        Map<String, Runnable> looks = new LinkedHashMap<>();
        looks.put("variables", () -> tasks.getVariables(task));
        looks.put("own variables", () -> tasks.getVariablesLocal(task));
        looks.put("a variable", () -> tasks.getVariable(task, "caseNumber"));
        looks.put("form", () -> forms.getTaskFormData(task));
        looks.put("form values", () -> forms.getTaskFormVariables(task));
        looks.put("deployed form", () -> forms.getDeployedTaskForm(task));
        looks.put("links", () -> tasks.getIdentityLinksForTask(task));
        return looks;
    }

    /** The task, loaded with no user logged in: an object that a stranger may get hold of. */
    private Task carried() {
        var now = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return tasks.createTaskQuery().taskId(task).singleResult();
        } finally {
            identity.setAuthentication(now);
        }
    }

    private void isRefused(String user, Runnable deed) {
        assertThatThrownBy(() -> world.as(user, () -> {
                    deed.run();
                    return null;
                }))
                .isInstanceOfAny(AuthorizationException.class, NothingThere.class);
    }

    @Test
    void everyChangeAndReadByAStrangerIsRefused() {
        assertThat(deeds()).allSatisfy((what, deed) -> isRefused(STRANGER, deed));
        assertThat(looks()).allSatisfy((what, look) -> isRefused(STRANGER, look));
        assertThat(looks())
                .allSatisfy((what, look) -> world.as("coach1", () -> {
                    look.run();
                    return null;
                }));
        assertThat(carried().getAssignee()).isEqualTo("coach1");
    }

    @Test
    void neitherTheSteeringGroupNorTheAdministratorComesNearATask() {
        for (String user : List.of("styrgrupp1", "admin", "handlaggare.fk", "handlaggare.af2")) {
            assertThat(finds(user)).isFalse();
            isRefused(user, () -> tasks.getVariables(task));
            isRefused(user, () -> tasks.claim(task, user));
            world.as(user, () -> {
                assertThat(runtime.createProcessInstanceQuery().count()).isZero();
                assertThat(runtime.createVariableInstanceQuery().count()).isZero();
                assertThat(history.createHistoricTaskInstanceQuery().count()).isZero();
                assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
                return null;
            });
        }
    }

    @Test
    void aCaseworkerHasNothingOfWhatTheColleagueAtTheSameAuthorityHas() {
        tasks.setAssignee(task, "handlaggare.af");
        assertThat(finds("handlaggare.af")).isTrue();
        assertThat(finds("handlaggare.af2")).isFalse();
        isRefused("handlaggare.af2", () -> tasks.getVariables(task));
        isRefused("handlaggare.af2", () -> tasks.complete(task));
    }

    @Test
    void aQueryInSqlIsRefused() {
        for (String user : List.of("coach1", "projektledare1", "admin")) {
            isRefused(user, () -> tasks.createNativeTaskQuery()
                    .sql("select * from act_ru_task")
                    .list());
            isRefused(user, () -> tasks.createNativeTaskQuery()
                    .sql("select count(*) from act_ru_task")
                    .count());
        }
    }

    // Colleagues.

    @Test
    void aColleagueOfTheGroupSeesATaskThatIsTakenAndDoesItOnlyOnceItIsReleased() {
        tasks.addCandidateGroup(task, "coach");
        assertThat(finds("coach2")).isTrue();
        isRefused("coach2", () -> tasks.claim(task, "coach2"));
        isRefused("coach2", () -> tasks.setAssignee(task, "coach2"));
        isRefused("coach2", () -> tasks.setAssignee(task, null));
        isRefused("coach2", () -> tasks.complete(task));
        isRefused("coach1", () -> tasks.setAssignee(task, "coach2"));

        world.as("coach1", () -> {
            tasks.setAssignee(task, null);
            return null;
        });
        world.as("coach2", () -> {
            tasks.claim(task, "coach2");
            return null;
        });
        isRefused("coach1", () -> tasks.complete(task));
    }

    @Test
    void aTaskWithoutOtherCandidatesIsNotReleased() {
        for (String user : List.of("coach1", "projektledare1")) {
            assertThatThrownBy(() -> world.as(user, () -> {
                        tasks.setAssignee(task, null);
                        return null;
                    }))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("inte till för någon mer");
            assertThat(carried().getAssignee()).isEqualTo("coach1");
        }
    }

    @Test
    void aCandidateUserMayDoATaskThatAnotherUserHolds() {
        tasks.addCandidateUser(task, "coach2");
        mayDo("coach2");
    }

    /** Comes as far as the form, which asks for more than nothing. */
    private void mayDo(String user) {
        assertThatThrownBy(() -> world.as(user, () -> {
                    forms.submitTaskForm(task, Map.of());
                    return null;
                }))
                .isInstanceOf(Refused.class);
    }

    // The lead, and tenants.

    private <T> T asUserOf(String tenant, String user, String group, Supplier<T> work) {
        identity.setAuthentication(user, List.of(group), List.of(tenant));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void theLeadSeesAndGivesOnAllTasksOfTheAssociationButDoesThemOnlyAsTheirHolder() {
        assertThat(finds("projektledare1")).isTrue();
        isRefused("projektledare1", () -> tasks.complete(task));
        leadGivesItTo("projektledare1");
        mayDo("projektledare1");
    }

    @Test
    void theLeadAssignsNoTaskToAUserOutsideTheAssociation() {
        var elsewhere = identity.newUser("coach.elsewhere");
        identity.saveUser(elsewhere);
        try {
            for (String user : List.of("coach.elsewhere", "coach.nowhere")) {
                assertThatThrownBy(() -> leadGivesItTo(user))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("ingen kollega hos er");
            }
            assertThat(finds("coach1")).isTrue();
        } finally {
            identity.deleteUser(elsewhere.getId());
        }
    }

    @Test
    void theLeadOfAnotherAssociationSeesNothingAndNeitherDoesAHolderThere() {
        for (String user : List.of("projektledare1", "coach1")) {
            asUserOf("stockholm", user, "programme-lead", () -> {
                finds(tasks.createTaskQuery(), false);
                finds(tasks.createTaskQuery().tenantIdIn("botkyrka"), false);
                finds(
                        tasks.createTaskQuery()
                                .or()
                                .tenantIdIn("botkyrka")
                                .taskId(task)
                                .endOr(),
                        false);
                assertThat(runtime.createProcessInstanceQuery().count()).isZero();
                assertThatThrownBy(() -> tasks.setAssignee(task, user)).isInstanceOf(NothingThere.class);
                assertThatThrownBy(() -> tasks.getVariables(task)).isInstanceOf(NothingThere.class);
                return null;
            });
        }
        asUserOf("botkyrka", "lead", "programme-lead", () -> {
            finds(tasks.createTaskQuery(), true);
            return null;
        });
    }

    // No user.

    @Test
    void aWebRequestWithoutAUserIsRefused() {
        assertThat(tasks.createTaskQuery().count()).isPositive();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            assertThatThrownBy(() -> tasks.createTaskQuery().count()).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> tasks.getVariables(task)).isInstanceOf(AuthorizationException.class);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        identity.setAuthentication(null, List.of("coach"));
        try {
            assertThatThrownBy(() -> tasks.createTaskQuery().count()).isInstanceOf(AuthorizationException.class);
        } finally {
            identity.clearAuthentication();
        }
    }

    // Over HTTP, as Tasklist asks.

    @Test
    void tasklistTellsAStrangerNothing() throws Exception {
        Visit visit = new Visit(port);
        String engine = "camunda/api/engine/engine/default/";
        String all = engine + "filter/"
                + filters.createTaskFilterQuery()
                        .filterName("Alla uppgifter")
                        .singleResult()
                        .getId();
        visit.logIn("coach1").get("camunda/app/tasklist/default/");
        assertThat(Visit.text(visit.post(all + "/list", "{}"))).contains(task);
        assertThat(visit.get(engine + "task/" + task + "/form-variables").statusCode())
                .isEqualTo(200);

        visit.logIn(STRANGER).get("camunda/app/tasklist/default/");
        for (String body : List.of(
                "{}",
                "{\"orQueries\":[{\"assigneeLike\":\"%\",\"nameLike\":\"%\"}]}",
                "{\"assignee\":\"coach1\"}",
                "{\"processInstanceBusinessKey\":\"" + caseNumber + "\"}")) {
            assertThat(Visit.text(visit.post(all + "/list", body))).isEqualTo("[]");
            assertThat(Visit.text(visit.post(all + "/count", body))).isEqualTo("{\"count\":0}");
        }
        assertThat(Visit.text(visit.get(engine + "task?assignee=coach1"))).isEqualTo("[]");
        assertThat(visit.get(engine + "task/count").statusCode()).isEqualTo(403);
        for (String what : List.of("", "/form", "/deployed-form", "/form-variables", "/identity-links")) {
            assertThat(visit.get(engine + "task/" + task + what).statusCode())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(carried().getAssignee()).isEqualTo("coach1");
    }

    /** What Tasklist does to a task, and what it sends. */
    private static final Map<String, String> DEEDS = Map.of(
            "claim",
            "{\"userId\":\"" + STRANGER + "\"}",
            "unclaim",
            "{}",
            "assignee",
            "{\"userId\":\"" + STRANGER + "\"}",
            "submit-form",
            "{}");

    @Test
    void aTaskThatIsOverAndOneThatIsForeignAnswerAlike() throws Exception {
        String over = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        String foreign = task;
        aCoachsSecondTask();
        runtime.deleteProcessInstance(over, "over");
        Visit visit = new Visit(port);
        visit.logIn(STRANGER).get("camunda/app/tasklist/default/");
        String engine = "camunda/api/engine/engine/default/task/";
        for (String what : List.of("", "/form", "/deployed-form", "/form-variables", "/identity-links")) {
            alike(what, visit.get(engine + foreign + what), visit.get(engine + task + what));
        }
        for (var deed : DEEDS.entrySet()) {
            for (String body : List.of(deed.getValue(), "{}", "{\"userId\":null}", "{\"userId\":\"coach1\"}")) {
                String path = "/" + deed.getKey();
                alike(path, visit.post(engine + foreign + path, body), visit.post(engine + task + path, body));
            }
        }
        assertThat(carried().getAssignee()).isEqualTo("coach1");
    }

    private void aCoachsSecondTask() {
        String second = cases.open("coach1", TODAY);
        String instance = runtime.startProcessInstanceByKey("coaching", second, Map.of("caseNumber", second))
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("userTask_holdTalk")
                .singleResult()
                .getId();
    }

    private void alike(String what, HttpResponse<byte[]> over, HttpResponse<byte[]> foreign) {
        assertThat(foreign.statusCode()).as(what).isIn(403, 404).isEqualTo(over.statusCode());
        assertThat(Visit.text(foreign).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id"))
                .as(what)
                .isEqualTo(Visit.text(over).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id"));
    }

    @Test
    void throughTheWebOneClaimsForOneselfOnlyAndTheLeadGivesWithinTheRule() throws Exception {
        tasks.addCandidateGroup(task, "coach");
        tasks.setAssignee(task, null);
        String path = "camunda/api/engine/engine/default/task/" + task;
        Visit visit = new Visit(port);
        visit.logIn(STRANGER).get("camunda/app/tasklist/default/");
        List<String> others = identity.createUserQuery().list().stream()
                .map(user -> "\"" + user.getId() + "\"")
                .filter(user -> !user.contains(STRANGER))
                .toList();
        for (String other : Stream.concat(others.stream(), Stream.of("null", "\"no.account\"", "\"\""))
                .toList()) {
            for (String way : List.of("/claim", "/assignee")) {
                assertThat(visit.post(path + way, "{\"userId\":" + other + "}").statusCode())
                        .as(way + " " + other)
                        .isBetween(400, 403);
                assertThat(carried().getAssignee()).as(way + " " + other).isNull();
            }
        }
        var refused = visit.post(path + "/claim", "{\"userId\":\"admin\"}");
        assertThat(Visit.text(refused)).contains("du kan bara ta en uppgift själv");
        assertThat(visit.post(path + "/claim", "{\"userId\":\"" + STRANGER + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(visit.post(path + "/unclaim", "{}").statusCode()).isEqualTo(204);

        visit.logIn("projektledare1").get("camunda/app/tasklist/default/");
        for (String user : List.of("handlaggare.af", "styrgrupp1", "admin", "gruppcoach1", "no.account")) {
            assertThat(visit.post(path + "/assignee", "{\"userId\":\"" + user + "\"}")
                            .statusCode())
                    .as(user)
                    .isEqualTo(400);
        }
        assertThat(visit.post(path + "/assignee", "{\"userId\":\"coach1\"}").statusCode())
                .isEqualTo(204);
    }
}
