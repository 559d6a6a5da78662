package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.exit.CaseClosed;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.programme.Programmes;

/** A group and the steps of its participants together, in the whole application and with its form rules. */
@SamstegTest
@RecordApplicationEvents
@Transactional
class GroupFromStartToEndTest {

    @Autowired
    CaseFiles cases;

    @Autowired
    Programmes programmes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    private String anna = "";
    private String bo = "";

    @BeforeEach
    void twoWantAHealthGroup() {
        anna = inPrerehab("Anna", false);
        bo = inPrerehab("Bo", true);
    }

    private <T> T asGroupCoach(Supplier<T> act) {
        identity.setAuthentication("gruppcoach1", List.of("group-coach"), List.of("botkyrka"));
        try {
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void complete(Task task, Map<String, Object> values) {
        asGroupCoach(() -> {
            tasks.complete(task.getId(), values);
            return task;
        });
    }

    private String inPrerehab(String firstName, boolean protectedIdentity) {
        String caseNumber = cases.open(
                        programmes.get("samboradet"),
                        new Person(
                                UUID.randomUUID(),
                                null,
                                "väntar på nummer",
                                LocalDate.of(1980, 1, 1),
                                firstName,
                                "Ek",
                                "woman",
                                "0127",
                                null,
                                "somaliska",
                                true,
                                null,
                                null,
                                null,
                                null,
                                protectedIdentity),
                        "handlaggare.soc",
                        "soc")
                .caseNumber();
        cases.appointCoach(caseNumber, "coach1", null, 1);
        jdbc.sql("""
                        insert into fact values (gen_random_uuid(), ?, null, 'planning-action-plan', '1', 'coach1', 'coach',
                        now() - interval '1 day', null, '{"wantedGroup": "halsogrupp", "nextStep": "prerehab"}'::jsonb)
                        """).param(caseNumber).update();
        runtime.createProcessInstanceByKey("prerehab")
                .businessKey(caseNumber)
                .processDefinitionWithoutTenantId()
                .setVariable("caseNumber", caseNumber)
                .execute();
        return caseNumber;
    }

    private static TypedValue list(String... values) {
        return SpinValues.jsonValue("[\"" + String.join("\",\"", values) + "\"]")
                .create();
    }

    /** By seat. */
    private static TypedValue roll(String... attendance) {
        return SpinValues.jsonValue(IntStream.range(0, attendance.length)
                        .mapToObj(n -> "{\"seat\":%d,\"attendance\":\"%s\"}".formatted(n + 1, attendance[n]))
                        .collect(Collectors.joining(",", "[", "]")))
                .create();
    }

    private ProcessInstance plan(Object... changes) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "type", "halsogrupp",
                "womenOnly", false,
                "secondLeader", "gruppcoach2",
                "place", "Folkets hus",
                "firstDay", "2030-09-02",
                "weekdays", list("monday", "thursday"),
                "startTime", "09:30",
                "planned", 10,
                "maximum", 12));
        for (int n = 0; n < changes.length; n += 2) {
            values.put((String) changes[n], changes[n + 1]);
        }
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("group")
                .latestVersion()
                .singleResult()
                .getId();
        return asGroupCoach(() -> forms.submitStartForm(definition, values));
    }

    private Task task(ProcessInstance process, String id) {
        return tasks.createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(id)
                .singleResult();
    }

    private Task taskOf(String caseNumber, String id) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(id)
                .singleResult();
    }

    private String shown(Task task, String key) {
        return String.valueOf(tasks.getVariableTyped(task.getId(), key, false).getValue());
    }

    private String json(Task task, String key) {
        return String.valueOf(tasks.getVariable(task.getId(), key));
    }

    private void sessionBegins(ProcessInstance process) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(process.getId())
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .get(0)
                .getId());
    }

    @Test
    void aGroupOfTheStartersProgrammeIsDatedAndItsLeaderStaffsIt() {
        ProcessInstance process = plan();
        ProcessInstance running = runtime.createProcessInstanceQuery()
                .processInstanceId(process.getId())
                .singleResult();

        assertThat(running.getTenantId()).isEqualTo("botkyrka");
        assertThat(running.getBusinessKey()).matches("G-\\d{4}-\\d{3}");
        assertThat(runtime.getVariables(process.getId())).containsOnlyKeys("groupId");
        assertThat(jdbc.sql("select count(*) from group_session where group_number = ?")
                        .param(running.getBusinessKey())
                        .query(Integer.class)
                        .single())
                .isEqualTo(24);
        Task staffing = task(process, "userTask_staffGroup");
        assertThat(staffing.getAssignee()).isEqualTo("gruppcoach1");
        assertThat(tasks.getIdentityLinksForTask(staffing.getId()))
                .extracting(link -> link.getUserId())
                .contains("gruppcoach2");
    }

    @Test
    void whatTheTypeDoesNotAllowIsRefusedAndNothingIsStored() {
        long before = jdbc.sql("select count(*) from programme_group")
                .query(Long.class)
                .single();

        assertThatThrownBy(() -> plan("weekdays", list("monday")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Veckodagar");
        assertThatThrownBy(() -> plan("secondLeader", "coach1"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Andra ledare");
        assertThatThrownBy(() -> plan("type", "mabra"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Grupptyp");
        assertThat(jdbc.sql("select count(*) from programme_group")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void whoComesToTheQueueLaterShowsInAStaffingTaskThatIsOpen() {
        Task staffing = task(plan(), "userTask_staffGroup");
        assertThat(json(staffing, "waiting"))
                .contains("Anna Ek, kvinna, somaliska, tolk")
                .contains(anna);
        assertThat(json(staffing, "waiting"))
                .contains("Skyddade personuppgifter")
                .doesNotContain("Bo Ek");

        String cissi = inPrerehab("Cissi", false);
        assertThat(json(staffing, "waiting")).contains("Cissi Ek").contains(cissi);

        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(cissi)
                        .singleResult()
                        .getId(),
                "interrupted");
        assertThat(json(staffing, "waiting")).doesNotContain("Cissi");
    }

    @Test
    void aCaseThatIsClosedNeitherWaitsForAGroupNorHasAPlaceInOne() {
        Task staffing = task(plan(), "userTask_staffGroup");
        publisher.publishEvent(new CaseClosed(anna));
        assertThat(json(staffing, "waiting")).doesNotContain("Anna Ek").contains(bo);

        complete(staffing, Map.of("participants", list(bo)));
        publisher.publishEvent(new CaseClosed(bo));
        assertThat(jdbc.sql("select count(*) from group_place where case_number = ? and left_on is null")
                        .param(bo)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyThoseWhoWaitAreGivenAPlace() {
        Task staffing = task(plan(), "userTask_staffGroup");

        assertThatThrownBy(() -> complete(staffing, Map.of("participants", list("SB-2026-9999"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Deltagare");
    }

    @Test
    void aGroupMeetsWithARollCallAndItsParticipantsGoOnWhenItEnds() {
        ProcessInstance process = plan();
        complete(task(process, "userTask_staffGroup"), Map.of("participants", list(anna, bo)));
        assertThat(runtime.getActivityInstance(instance(anna)).getActivityInstances("receiveTask_attendGroup"))
                .hasSize(1);

        sessionBegins(process);
        Task first = task(process, "userTask_recordSession");
        assertThat(shown(first, "heading")).contains("träff 1 av 24, måndag 2 september 2030");
        assertThat(json(first, "onRoll"))
                .contains("\"seat\":1,\"name\":\"Anna Ek\"")
                .doesNotContain("Bo Ek");
        assertThatThrownBy(() ->
                        complete(first, Map.of("outcome", "held", "rollCall", roll("absent", "absent", "absent"))))
                .isInstanceOf(Refused.class);
        complete(
                first,
                Map.of("outcome", "held", "themes", list("sömn"), "rollCall", roll("took-part"), "needs", list(bo)));

        Task need = taskOf(bo, "userTask_meetNeed");
        assertThat(need.getAssignee()).isEqualTo("coach1");
        assertThat(shown(need, "raised")).contains("måndag 2 september 2030");
        assertThat(taskOf(anna, "userTask_meetNeed")).isNull();

        sessionBegins(process);
        for (String day : List.of("2020-09-04", "2030-09-07", "2030-12-25")) {
            assertThatThrownBy(() -> complete(
                            task(process, "userTask_recordSession"), Map.of("outcome", "moved", "movedTo", day)))
                    .as(day)
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("Ny dag: ");
        }
        complete(task(process, "userTask_recordSession"), Map.of("outcome", "moved", "movedTo", "2030-09-06"));
        assertThat(events.stream(SessionRecorded.class))
                .as("a moved session is not over")
                .containsExactly(new SessionRecorded(LocalDate.of(2030, 9, 2), Map.of(anna, "took-part")));
        sessionBegins(process);
        Task moved = task(process, "userTask_recordSession");
        assertThat(shown(moved, "heading")).contains("träff 2 av 24, fredag 6 september 2030");
        complete(moved, Map.of("outcome", "held", "rollCall", roll("excused")));
        for (int session = 3; session <= 24; session++) {
            sessionBegins(process);
            complete(task(process, "userTask_recordSession"), Map.of("outcome", "cancelled"));
        }

        Task annas = taskOf(anna, "userTask_evaluateGroup");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(anna)
                        .processDefinitionKey("prerehab")
                        .count())
                .as("participants do not wait for the evaluation")
                .isZero();
        complete(task(process, "userTask_evaluateGroup"), Map.of("worked", "Lugnt"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isZero();
        assertThat(annas.getAssignee()).isEqualTo("gruppcoach1");
        assertThat(shown(annas, "attendance"))
                .isEqualTo("Med på 1 av 2 registrerade träffar, giltig frånvaro 1, uteblev 0");
        assertThat(shown(taskOf(bo, "userTask_evaluateGroup"), "attendance")).isEqualTo("Ingen närvaro är registrerad");
        complete(annas, Map.of("gave", "Vänner", "next", "workplace"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(anna)
                        .count())
                .isZero();
    }

    private String instance(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
    }
}
