package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.engine.NothingThere;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;

/**
 * Every user task of every model, given to every account in every way. Who may have it is compared with the table {@code
 * access/holders.txt}; what was found is in {@code target/holders.txt}: read the difference before it becomes the table.
 */
@SamstegTest
class HoldersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String LEAD = "projektledare1";
    private static final String GROUP = "G-2026-901";
    private static final String NOTICE = "the notice";

    /** Those whose tasks are about no single case. */
    private static final Set<String> WITHOUT_CASE =
            Set.of("audit", "group", "handover", "meeting", "regrouping", "retention", "review");

    private static final String EMPTY_FORM = """
            {"id": "holders-empty", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": []}""";

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    Holders holders;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    private final List<String> accounts = List.of("handlaggare.fk2", "coach.stockholm", "lead.stockholm");
    private final List<String> deployments = new ArrayList<>();
    private String caseNumber;
    private List<String> users;

    @BeforeEach
    void anEnrolledCaseAndAnAccountOfEveryKind() {
        world.begin(TODAY);
        account("handlaggare.fk2", "caseworker-fk", "botkyrka");
        account("coach.stockholm", "coach", "stockholm");
        account("lead.stockholm", "programme-lead", "stockholm");
        users = Stream.concat(
                        identity.createUserQuery().list().stream()
                                .map(User::getId)
                                .sorted(),
                        Stream.of("no.account"))
                .toList();
        caseNumber = cases.open("coach1", TODAY);
        cases.hasAbout(NOTICE, "notice-message", new Told(caseNumber, "referral", "x"));
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, place, first_day, weekdays,
                        starts_at, planned, maximum) values (?, 'samboradet', 'halsogrupp', false, 'gruppcoach1', 'x', ?,
                        'monday', '09:00', 10, 12)""").params(GROUP, TODAY).update();
        jdbc.sql(
                        "insert into group_place values (gen_random_uuid(), ?, 'samboradet', 'halsogrupp', now(), ?, 1, ?, null)")
                .params(caseNumber, GROUP, TODAY)
                .update();
    }

    private record Told(String caseNumber, String concerns, String message) {}

    private void account(String id, String group, String tenant) {
        identity.saveUser(identity.newUser(id));
        identity.createMembership(id, group);
        identity.createTenantUserMembership(tenant, id);
    }

    @AfterEach
    void theyAreGone() {
        deployments.forEach(id -> models.deleteDeployment(id, true));
        accounts.forEach(identity::deleteUser);
    }

    // ---- every task

    /** A task as its model has it, in a process of its own. */
    private record Modelled(String name, String process, UserTask task) {}

    private static List<Modelled> modelled() throws IOException {
        List<Modelled> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList()) {
                String process = file.getFileName().toString().replace(".bpmn", "");
                Bpmn.readModelFromFile(file.toFile())
                        .getModelElementsByType(UserTask.class)
                        .forEach(task -> found.add(new Modelled(process + " " + task.getId(), process, task)));
            }
        }
        return found;
    }

    private Task open(Modelled modelled) {
        String key = "holders-" + modelled.name().replace(' ', '-');
        if (models.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
            deployments.add(models.createDeployment()
                    .addModelInstance(key + ".bpmn", alone(key, modelled.task()))
                    .addString("empty.form", EMPTY_FORM)
                    .deploy()
                    .getId());
        }
        Map<String, Object> variables = new LinkedHashMap<>(Map.of("groupId", GROUP, "lead", LEAD));
        variables.put("startedBy", "coach1");
        variables.put("colleague", "coach1");
        variables.put("registrar", LEAD);
        variables.put("decisionId", decision());
        variables.put("sipId", sip());
        variables.put("noticeId", NOTICE);
        variables.put("reviewId", review());
        variables.put("discloses", discloses(modelled.task()));
        if (WITHOUT_CASE.contains(modelled.process())) {
            variables.put("programme", "samboradet");
        } else {
            variables.put("caseNumber", caseNumber);
        }
        String instance = runtime.startProcessInstanceByKey(key, variables).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private static BpmnModelInstance alone(String key, UserTask task) {
        var alone = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask(task.getId())
                .name("Prov")
                .camundaFormRef("holders-empty")
                .camundaFormRefBinding("deployment");
        if (task.getCamundaAssignee() != null) {
            alone.camundaAssignee(task.getCamundaAssignee());
        }
        if (task.getCamundaCandidateGroups() != null) {
            alone.camundaCandidateGroups(task.getCamundaCandidateGroups());
        }
        if (task.getCamundaCandidateUsers() != null) {
            alone.camundaCandidateUsers(task.getCamundaCandidateUsers());
        }
        return alone.endEvent().done();
    }

    private static String discloses(UserTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> input.getCamundaName().equals("discloses"))
                .filter(input -> input.getParentElement().getParentElement().getParentElement() == task
                        || task.equals(
                                input.getParentElement().getParentElement().getParentElement()))
                .map(CamundaInputParameter::getTextContent)
                .filter(information -> !information.startsWith("$"))
                .findFirst()
                .orElse("referral");
    }

    private String decision() {
        return jdbc.sql("""
                        with meeting as (insert into sip (id, case_number, requested_on, requested_by, wanted_by)
                          values (gen_random_uuid(), ?, ?, 'coach1', 'coach') returning id)
                        insert into sip_decision (id, sip, number, what, owner, due_on)
                        select gen_random_uuid(), id, 1, 'x', 'fk', ? from meeting returning id::text""")
                .params(caseNumber, TODAY, TODAY.plusMonths(1))
                .query(String.class)
                .single();
    }

    private String review() {
        String review = jdbc.sql("""
                        insert into review (id, programme, unit, day, prepare_on, call_on)
                        values (gen_random_uuid(), 'samboradet', 'fk-botkyrka', :day, :day, :day)
                        on conflict (programme, unit, day) do update set call_on = excluded.call_on returning id::text""").param("day", TODAY).query(String.class).single();
        jdbc.sql("insert into review_case (review, case_number) values (cast(? as uuid), ?) on conflict do nothing")
                .params(review, caseNumber)
                .update();
        return review;
    }

    private String sip() {
        return jdbc.sql("select id::text from sip limit 1").query(String.class).single();
    }

    @Test
    void everyTaskIsGivenToThoseWhomTheTableNamesAndToNoOtherAccount() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Modelled modelled : modelled()) {
            found.put(modelled.name() + " of a case", holdersOf(open(modelled)));
        }
        jdbc.sql("update person set protected_identity = true").update();
        for (Modelled modelled : modelled()) {
            found.put(modelled.name() + " of a protected person", holdersOf(open(modelled)));
        }
        jdbc.sql("update person set protected_identity = false").update();
        jdbc.sql("update consent set withdrawn_on = ? where authority = 'fk'")
                .param(TODAY)
                .update();
        for (Modelled modelled : modelled()) {
            found.put(modelled.name() + " without consent for the authority", holdersOf(open(modelled)));
        }
        List<String> lines = found.entrySet().stream()
                .map(row -> row.getKey() + " = " + String.join(" ", row.getValue()))
                .toList();
        Files.write(Path.of("target/holders.txt"), lines);
        assertThat(lines)
                .as("target/holders.txt against src/test/resources/access/holders.txt")
                .isEqualTo(new ClassPathResource("access/holders.txt")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    @Test
    void workThatAProgrammeGivesToItsCoachesAndToAnotherGroupIsTheirs() throws IOException {
        String staffing = "staffing: {workplace: coach, assessment: coach, approval: group-coach}";
        try (var other = new OtherSettings(programmes, "samboradet", staffing)) {
            for (Modelled modelled : modelled()) {
                if (Set.of("assessment", "workplace").contains(modelled.process())) {
                    Task task = open(modelled);
                    assertThat(holder(task)).as(modelled.name()).isEqualTo("coach1");
                    assertThat(holdersOf(task)).as(modelled.name()).containsExactly("coach1", "coach2", LEAD);
                }
            }
            Task approval = open("exit", "userTask_approveReferralBack");
            assertThat(holder(approval)).isNull();
            assertThat(holdersOf(approval)).containsExactly("gruppcoach1", "gruppcoach2", LEAD);
        }
    }

    /** Those to whom the lead can give the task. */
    private List<String> holdersOf(Task task) {
        String first = task.getAssignee();
        List<String> taking = new ArrayList<>();
        for (String user : users) {
            try {
                as(LEAD, () -> tasks.setAssignee(task.getId(), user));
                assertThat(holder(task)).isEqualTo(user);
                taking.add(user);
            } catch (Refused e) {
                assertThat(e).hasMessageStartingWith("Ansvarig: ");
            }
            assertThat(holders.may(task, user)).isEqualTo(taking.contains(user));
            tasks.setAssignee(task.getId(), first);
        }
        return taking;
    }

    @Test
    void whoHoldsATaskOrMayTakeItNeverMakesAnotherAccountItsHolder() throws IOException {
        for (Modelled modelled : modelled()) {
            Task task = open(modelled);
            String first = task.getAssignee();
            for (String asking :
                    users.stream().filter(user -> holders.may(task, user)).toList()) {
                for (String other : Stream.concat(users.stream(), Stream.of((String) null))
                        .filter(each -> each == null || !each.equals(asking))
                        .toList()) {
                    isRefused(task, asking, () -> tasks.claim(task.getId(), other));
                }
            }
            for (String asking :
                    Stream.of(LEAD, first).filter(each -> each != null).toList()) {
                otherWays(task).forEach((way, deed) -> isRefused(task, asking, deed));
            }
            assertThat(holder(task)).as(modelled.name()).isEqualTo(first);
        }
    }

    private Map<String, Runnable> otherWays(Task task) {
        String id = task.getId();
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("owner", () -> tasks.setOwner(id, "coach2"));
        ways.put("delegate", () -> tasks.delegateTask(id, "coach2"));
        ways.put("resolve", () -> tasks.resolveTask(id));
        ways.put("candidate", () -> tasks.addCandidateUser(id, "coach2"));
        ways.put("candidates", () -> tasks.addCandidateGroup(id, "coach"));
        ways.put("link", () -> tasks.addUserIdentityLink(id, "coach2", IdentityLinkType.ASSIGNEE));
        ways.put("no candidates", () -> tasks.deleteCandidateGroup(id, "programme-lead"));
        ways.put("no link", () -> tasks.deleteUserIdentityLink(id, LEAD, IdentityLinkType.ASSIGNEE));
        ways.put("save", () -> {
            task.setAssignee("coach2");
            tasks.saveTask(task);
        });
        return ways;
    }

    private void isRefused(Task task, String user, Runnable deed) {
        assertThatThrownBy(() -> as(user, deed))
                .as("%s by %s", task.getTaskDefinitionKey(), user)
                .isInstanceOfAny(AuthorizationException.class, NothingThere.class, Refused.class);
    }

    @Test
    void aTaskIsPutBackOnlyIfItHasCandidates() throws IOException {
        for (Modelled modelled : modelled()) {
            Task task = open(modelled);
            boolean forOthers = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .anyMatch(link -> link.getType().equals(IdentityLinkType.CANDIDATE));
            String holder = task.getAssignee() == null ? LEAD : task.getAssignee();
            for (String asking : List.of(holder, LEAD)) {
                tasks.setAssignee(task.getId(), holder);
                if (forOthers) {
                    as(asking, () -> tasks.setAssignee(task.getId(), null));
                    assertThat(holder(task)).isNull();
                } else {
                    isRefused(task, asking, () -> tasks.setAssignee(task.getId(), null));
                    assertThat(holder(task)).isEqualTo(holder);
                }
            }
        }
    }

    private void as(String user, Runnable deed) {
        world.as(user, () -> {
            deed.run();
            return null;
        });
    }

    private @Nullable String holder(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    // ---- what comes after

    private Task open(String process, String id) throws IOException {
        return open(modelled().stream()
                .filter(each -> each.name().equals(process + " " + id))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aTaskThatAColleagueHasGoesToTheLeadsWhenTheColleagueMayNotHaveItAnyMore() throws IOException {
        Task recommendation = open("conference", "userTask_receiveRecommendation");
        Task talk = open("coaching", "userTask_holdTalk");
        runtime.createProcessInstanceQuery().list().forEach(instance -> jdbc.sql(
                        "update act_ru_execution set business_key_ = ? where id_ = ?")
                .params(caseNumber, instance.getId())
                .update());
        as(LEAD, () -> tasks.setAssignee(recommendation.getId(), "handlaggare.fk2"));
        as(LEAD, () -> tasks.setAssignee(talk.getId(), "coach2"));
        holders.relieve(caseNumber);
        assertThat(holder(recommendation)).isEqualTo("handlaggare.fk2");
        assertThat(holder(talk)).isEqualTo("coach2");

        jdbc.sql("update consent set withdrawn_on = ? where authority = 'fk'")
                .param(TODAY)
                .update();
        holders.relieve(caseNumber);
        assertThat(holder(recommendation)).isNull();
        assertThat(tasks.getIdentityLinksForTask(recommendation.getId()))
                .extracting("groupId")
                .contains("programme-lead");
        assertThat(holder(talk)).isEqualTo("coach2");

        jdbc.sql("update person set protected_identity = true").update();
        holders.relieve(caseNumber);
        assertThat(holder(talk)).isNull();
    }

    @Test
    void aCandidateTakesWhatTheModelNamesTheCandidateForAndKeepsIt() throws IOException {
        Task assessing = open("conference", "userTask_assess");
        as("ledamot.af", () -> tasks.claim(assessing.getId(), "ledamot.af"));
        assertThat(holder(assessing)).isEqualTo("ledamot.af");
        as("ledamot.af", () -> tasks.setAssignee(assessing.getId(), null));
        assertThat(holder(assessing)).isNull();
    }
}
