package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Visit;
import se.samsteg.engine.NothingThere;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

/** What a user can bring to jobs and to starts beside what forms ask for: next to nothing. */
@SamstegTest
class FailedJobsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String LEAD = "projektledare1";

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService models;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String caseNumber;
    private Job timer;

    @BeforeEach
    void aTimerOfACase() {
        world.begin(TODAY);
        caseNumber = cases.open("coach1", TODAY);
        String instance = runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber))
                .getId();
        timer = management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .list()
                .get(0);
    }

    private void fails() {
        jdbc.sql("update act_ru_job set retries_ = 0 where id_ = ?")
                .param(timer.getId())
                .update();
    }

    private void isRefused(Runnable deed) {
        for (String user : List.of(LEAD, "coach1", "admin", "styrgrupp1")) {
            assertThatThrownBy(() -> world.as(user, () -> {
                        deed.run();
                        return null;
                    }))
                    .isInstanceOfAny(NothingThere.class, AuthorizationException.class);
        }
    }

    private Job job(String id) {
        return management.createJobQuery().jobId(id).singleResult();
    }

    @Test
    void theLeadLetsAFailedJobOfTheAssociationBeTriedAgain() throws Exception {
        fails();
        Visit visit = new Visit(port);
        visit.logIn(LEAD).get("camunda/app/cockpit/default/");
        String path = "camunda/api/engine/engine/default/job/" + timer.getId() + "/retries";
        assertThat(visit.send("PUT", path, "{\"retries\":1,\"dueDate\":\"2030-01-01T00:00:00.000+0100\"}")
                        .statusCode())
                .as("the gate knows no due date")
                .isEqualTo(403);
        assertThat(visit.send("PUT", path, "{\"retries\":1}").statusCode()).isEqualTo(204);
        assertThat(job(timer.getId()).getRetries()).isOne();
        assertThat(job(timer.getId()).getDuedate()).isEqualTo(timer.getDuedate());
    }

    @Test
    void aTimerThatWaitsIsNotTouchedAndNeitherIsADueDate() {
        isRefused(() -> management.setJobRetries(timer.getId(), 1));
        isRefused(() -> management.setJobRetriesByJobDefinitionId(timer.getJobDefinitionId(), 1));
        isRefused(() -> management.setJobRetries(List.of(timer.getId()), 1));
        fails();
        isRefused(() -> management
                .setJobRetriesByJobsAsync(1)
                .jobIds(List.of(timer.getId()))
                .executeAsync());
    }

    @Test
    void aFailedJobKeepsItsDueDateAndIsNotStopped() {
        fails();
        isRefused(() -> management
                .setJobRetries(1)
                .jobId(timer.getId())
                .dueDate(new Date())
                .execute());
        isRefused(() -> management.setJobRetries(timer.getId(), 0));
        assertThat(job(timer.getId()).getDuedate()).isEqualTo(timer.getDuedate());
    }

    @Test
    void theCleanUpOfHistoryIsTheEnginesOwn() {
        history.cleanUpHistoryAsync(true);
        Job cleanUp = history.findHistoryCleanupJobs().get(0);
        jdbc.sql("update act_ru_job set retries_ = 0 where id_ = ?")
                .param(cleanUp.getId())
                .update();
        try {
            isRefused(() -> management.setJobRetries(cleanUp.getId(), 1));
        } finally {
            jdbc.sql("update act_ru_job set retries_ = 3 where id_ = ?")
                    .param(cleanUp.getId())
                    .update();
        }
    }

    @Test
    void theLeadOfAnotherAssociationLetsNothingBeTriedAgain() {
        fails();
        identity.setAuthentication("lead", List.of("programme-lead"), List.of("stockholm"));
        try {
            assertThatThrownBy(() -> management.setJobRetries(timer.getId(), 1)).isInstanceOf(NothingThere.class);
        } finally {
            identity.clearAuthentication();
        }
        assertThat(job(timer.getId()).getRetries()).isZero();
    }

    @Test
    void noProcessKeepsABusinessKeyThatItsStarterSends() throws Exception {
        long before = runtime.createProcessInstanceQuery().count();
        var startable = models.createProcessDefinitionQuery()
                .latestVersion()
                .startableInTasklist()
                .list();
        assertThat(startable).extracting("key").contains("leave", "samboradet", "sip", "handover");
        Visit visit = new Visit(port);
        for (String user : List.of(LEAD, "coach1", "handlaggare.af")) {
            visit.logIn(user).get("camunda/app/tasklist/default/");
            for (var process : startable) {
                var answer = visit.post(
                        "camunda/api/engine/engine/default/process-definition/"
                                + process.getId().replace(":", "%3A") + "/submit-form",
                        "{\"variables\":{},\"businessKey\":\"" + caseNumber + "\"}");
                assertThat(answer.statusCode()).as(process.getKey()).isIn(400, 403);
            }
        }
        assertThatThrownBy(() -> world.as(LEAD, () -> runtime.startProcessInstanceByKey("leave", caseNumber)))
                .isInstanceOf(Refused.class);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }
}
