package se.samsteg.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

@SamstegTest
class HandoverTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String LEAD = "projektledare1";

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    CaseFiles cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private record Referral(List<String> authorities, String reason) {}

    private String one;
    private String two;

    @BeforeEach
    void twoCases() {
        world.begin(TODAY);
        one = coached("coach1");
        two = coached("coach1");
    }

    private String coached(String coach) {
        String caseNumber = enrolled.open(coach, TODAY);
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        return caseNumber;
    }

    private void begins(String from, String why) {
        world.starts(LEAD, "handover", Map.of("fromUser", from, "why", why, "explanation", "Se samtal"));
    }

    private void selects(String to, Object... more) {
        Map<String, Object> answers = new HashMap<>(Map.of("decision", "hand-over", "toUser", to));
        for (int n = 0; n < more.length; n += 2) {
            answers.put((String) more[n], more[n + 1]);
        }
        world.completes(LEAD, "userTask_select", null, answers);
    }

    private String shown(String key) {
        return String.valueOf(world.shown(LEAD, "userTask_select", null, key));
    }

    private void isRefused(String sentence, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(Refused.class).hasMessageContaining(sentence);
    }

    private List<String> given() {
        return jdbc.sql("select coalesce(case_number, group_number) || ' ' || role || ' ' || from_user || ' '"
                        + " || to_user || ' ' || reason from handover order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void onlyTheChosenCasesAreGivenOn() {
        begins("coach1", "participants-wish");
        assertThat(shown("heldCases")).contains(one + " – Åsa Öberg, tyngd 1", two);
        assertThat(shown("cases")).contains(one, two);
        selects("coach2", "cases", List.of(two));

        assertThat(cases.get(one).coach()).isEqualTo("coach1");
        assertThat(cases.get(two).coach()).isEqualTo("coach2");
        assertThat(world.ownerOf("userTask_holdTalk", one)).isEqualTo("coach1");
        assertThat(world.ownerOf("userTask_holdTalk", two)).isEqualTo("coach2");
        assertThat(given()).containsExactly(two + " coach coach1 coach2 participants-wish");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_writeNote")
                        .list())
                .extracting(Task::getName)
                .containsExactly("Skriv överlämning · " + two);
    }

    @Test
    void theNameOfAProtectedPersonIsNotAmongTheChoices() {
        jdbc.sql("update person set protected_identity = true").update();
        begins("coach1", "quits");

        assertThat(shown("heldCases"))
                .contains(one + " – skyddade personuppgifter")
                .doesNotContain("Åsa");
    }

    @Test
    void passingTheCeilingNeedsAReason() {
        jdbc.sql("update staff set post_percent = 2 where user_id = 'coach2'").update();
        try {
            begins("coach1", "quits");
            assertThat(shown("successors")).contains("0 av 1 poäng");
            isRefused("Skäl att gå över taket: ", () -> selects("coach2"));
            assertThat(cases.get(one).coach()).isEqualTo("coach1");
            assertThat(given()).isEmpty();

            selects("coach2", "cases", List.of(one));
            assertThat(cases.get(one).coach()).isEqualTo("coach2");
            begins("coach1", "quits");
            selects("coach2", "ceilingReason", "Bara till semestern");
            assertThat(cases.get(two).coach()).isEqualTo("coach2");
        } finally {
            jdbc.sql("update staff set post_percent = 50 where user_id = 'coach2'")
                    .update();
        }
    }

    @Test
    void whoHoldsNothingHereOrDoesNotExistIsRefusedAlike() {
        for (String user : List.of("coach2", "styrgrupp1", "ingen")) {
            isRefused("Från: ingen medarbetare hos er", () -> begins(user, "quits"));
        }
        cases.close(one, TODAY);
        cases.close(two, TODAY);
        isRefused("Från: ingen medarbetare hos er", () -> begins("coach1", "quits"));
        isRefused("Förklaring: ", () -> world.starts(LEAD, "handover", Map.of("fromUser", "coach1", "why", "other")));
    }

    @Test
    void aHandoverWithoutASuccessorOrCasesIsRefused() {
        begins("coach1", "quits");
        isRefused("Tar över", () -> selects("gruppcoach1"));
        isRefused("Ärenden: ", () -> selects("coach2", "cases", List.of()));
        isRefused(
                "Från: det finns ingen kollega",
                () -> begins("handlaggare.fk", "quits")); // the only one of that authority
    }

    @Test
    void aCaseworkerIsFollowedByOneOfTheSameAuthority() {
        jdbc.sql("update case_file set caseworker = 'handlaggare.af', authority = 'af' where case_number = ?")
                .param(one)
                .update();
        enrolled.has(one, "referral-referral", new Referral(List.of("af"), "Behöver stöd"));
        runtime.createProcessInstanceByKey("conference")
                .businessKey(one)
                .setVariable("caseNumber", one)
                .execute();
        Task assess =
                tasks.createTaskQuery().taskDefinitionKey("userTask_assess").singleResult();
        world.completes(
                "ledamot.soc",
                "userTask_assess",
                one,
                Map.of(
                        "assessment",
                        "Vet inte",
                        "criteriaConfirmed",
                        "yes",
                        "decision",
                        "complete",
                        "missing",
                        "Intyg"));
        assertThat(world.ownerOf("userTask_complete", one)).isEqualTo("handlaggare.af");

        begins("handlaggare.af", "long-absence");
        assertThat(shown("successors"))
                .contains("Peter Sandberg – handläggare, Arbetsförmedlingen")
                .doesNotContain("Fredrik", "poäng");
        selects("handlaggare.af2");

        assertThat(world.ownerOf("userTask_complete", one)).isEqualTo("handlaggare.af2");
        assertThat(cases.get(one))
                .extracting(CaseFile::caseworker, CaseFile::coach)
                .containsExactly("handlaggare.af2", "coach1");
        assertThat(given()).containsExactly(one + " caseworker handlaggare.af handlaggare.af2 long-absence");
        assertThat(world.shown(LEAD, "userTask_writeNote", null, "role")).isEqualTo("Handläggare");
    }

    @Test
    void aGroupLeaderIsFollowedInTheGroupAndItsTasks() {
        world.starts(
                "gruppcoach1",
                "group",
                Map.of(
                        "type",
                        "halsogrupp",
                        "secondLeader",
                        "gruppcoach2",
                        "place",
                        "Hallunda",
                        "firstDay",
                        TODAY.plusDays(6).toString(),
                        "weekdays",
                        SpinValues.jsonValue("[\"monday\",\"thursday\"]").create(),
                        "startTime",
                        "09:00",
                        "planned",
                        6,
                        "maximum",
                        8));
        String group = jdbc.sql("select number from programme_group")
                .query(String.class)
                .single();
        Task staffing =
                tasks.createTaskQuery().taskDefinitionKey("userTask_staffGroup").singleResult();
        assertThat(taskIdsOf("gruppcoach1")).containsExactly(staffing.getId());

        begins("gruppcoach1", "quits");
        assertThat(shown("heldGroups")).contains(group + " – ", "Hallunda");
        selects("gruppcoach2");

        assertThat(given()).containsExactly(group + " leader gruppcoach1 gruppcoach2 quits");
        assertThat(jdbc.sql("select leader || ' ' || coalesce(second_leader, '-') from programme_group")
                        .query(String.class)
                        .single())
                .isEqualTo("gruppcoach2 -");
        assertThat(taskIdsOf("gruppcoach1")).isEmpty();
        assertThat(taskIdsOf("gruppcoach2")).containsExactly(staffing.getId());
        assertThat(world.endsOf("handover")).containsExactly("endEvent_handedOver"); // no case, no note
    }

    private List<String> taskIdsOf(String user) {
        return world.as(
                user,
                () -> tasks.createTaskQuery().list().stream().map(Task::getId).toList());
    }

    @Test
    void whatADeputyDoesForTheAbsentCoachGoesAlongAndTheDeputyCanBeTheNewCoach() {
        jdbc.sql("update case_file set deputy = 'coach2' where case_number = ?")
                .param(one)
                .update();
        jdbc.sql("insert into staff_absence values (gen_random_uuid(), 'coach1', ?, ?, 'coach2')")
                .params(TODAY, TODAY.plusDays(30))
                .update();
        String three = coached("coach1");
        assertThat(world.ownerOf("userTask_holdTalk", three)).isEqualTo("coach2");

        begins("coach1", "long-absence");
        selects("coach2");

        assertThat(cases.get(one).deputy())
                .as("the coach is not the own deputy")
                .isNull();
        for (String each : List.of(one, two, three)) {
            assertThat(world.ownerOf("userTask_holdTalk", each)).isEqualTo("coach2");
        }
        assertThat(taskIdsOf("coach1")).isEmpty();
    }

    @Test
    void aCoachWhoQuitsIsNoLongerADeputy() {
        String other = coached("coach2");
        jdbc.sql("update case_file set deputy = 'coach1' where case_number = ?")
                .param(other)
                .update();
        begins("coach1", "quits");
        selects("coach2");

        assertThat(cases.get(other).deputy()).isNull();
    }

    @Test
    void aCaseThatIsFollowedUpAfterItIsClosedHasAHolderToo() {
        cases.close(one, TODAY);
        runtime.createProcessInstanceByKey("followup")
                .businessKey(one)
                .setVariable("caseNumber", one)
                .setVariable("exitOn", TODAY.toString())
                .execute();
        cases.close(two, TODAY);

        begins("coach1", "quits");
        assertThat(shown("heldCases")).contains(one, "avslutat, följs upp").doesNotContain(two);
        selects("coach2");
        assertThat(cases.get(one).coach()).isEqualTo("coach2");
        assertThat(cases.get(two).coach()).isEqualTo("coach1");
    }

    @Test
    void aHandoverCanBeCancelled() {
        begins("coach1", "quits");
        world.completes(LEAD, "userTask_select", null, Map.of("decision", "cancel"));

        assertThat(given()).isEmpty();
        assertThat(world.endsOf("handover")).containsExactly("endEvent_cancelled");
        assertThat(cases.get(one).coach()).isEqualTo("coach1");
    }
}
