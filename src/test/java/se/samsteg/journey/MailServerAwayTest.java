package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.samsteg.SamstegTest;
import se.samsteg.letter.Letter;

/** The receipt of a referral while nothing answers where the mail server should be. */
@SamstegTest
class MailServerAwayTest {

    private static final String CASEWORKER = "handlaggare.fk";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Letter letter;

    private int port;

    @BeforeEach
    void theMailServerIsAway() {
        world.begin(LocalDate.of(2027, 2, 1));
        port = sender.getPort();
        sender.setPort(unusedPort());
    }

    @AfterEach
    void theMailServerIsBack() {
        sender.setPort(port);
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case of a referral whose receipt could not be sent at once. */
    private String referred() {
        Throwable failed = catchThrowable(
                () -> world.starts(CASEWORKER, "samboradet", Answers.referral("19800101-9804", world.today())));
        assertThat(failed).hasMessageContaining("Mail");
        return jdbc.sql("select case_number from case_file").query(String.class).single();
    }

    private Job sending() {
        return management.createJobQuery().activityId("serviceTask_send").singleResult();
    }

    /** Lets the job run at its time, as the job executor does. */
    private void isTried() {
        Job job = sending();
        if (job.getDuedate() != null && job.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(job.getDuedate());
        }
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException e) {
            // the engine has noted it at the job
        }
    }

    private Duration untilTheNextAttempt() {
        return Duration.between(
                ClockUtil.getCurrentTime().toInstant(), sending().getDuedate().toInstant());
    }

    private int letters(String where) {
        return jdbc.sql("select count(*) from letter where " + where)
                .query(Integer.class)
                .single();
    }

    @Test
    void theReferralStandsAndItsLetterIsSentOnceWhenTheServerIsBack() {
        String caseNumber = referred();

        assertThat(world.openTasks(caseNumber)).contains("userTask_assess");
        assertThat(letters("sent_at is null")).isEqualTo(1);
        assertThat(management.createJobQuery().withException().list())
                .extracting(Job::getId)
                .containsExactly(sending().getId());
        assertThat(sending().getExceptionMessage()).isNotBlank().doesNotContain("Anna", Answers.MARKER, "980");
        assertThat(world.allMail()).isEmpty();

        sender.setPort(port);
        isTried();

        assertThat(world.mailTo(CASEWORKER)).singleElement().asString().contains(caseNumber);
        assertThat(letters("sent_at is null")).isZero();
        assertThat(sending()).isNull();
        letter.send(jdbc.sql("select id::text from letter").query(String.class).single());
        assertThat(world.allMail())
                .as("a letter that was sent is not sent again")
                .hasSize(1);
    }

    @Test
    void aFailingLetterIsRetriedEverLaterAndThenBecomesAnIncident() {
        referred();
        List<Duration> delays = new ArrayList<>();
        while (sending().getRetries() > 0) {
            delays.add(untilTheNextAttempt());
            assertThat(runtime.createIncidentQuery().count()).isZero();
            isTried();
        }

        assertThat(delays).hasSizeGreaterThanOrEqualTo(5).isSorted().doesNotHaveDuplicates();
        assertThat(delays.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofHours(12));
        assertThat(runtime.createIncidentQuery().list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo("serviceTask_send"));
        assertThat(letters("sent_at is null")).isEqualTo(1);

        sender.setPort(port);
        management.setJobRetries(sending().getId(), 1);
        isTried();
        assertThat(world.mailTo(CASEWORKER)).hasSize(1);
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void theSameCauseNeverWritesASecondLetterAndAnotherCauseDoes() {
        sender.setPort(port);
        world.starts(CASEWORKER, "samboradet", Answers.referral("19800101-9804", world.today()));
        String caseNumber = jdbc.sql("select case_number from case_file")
                .query(String.class)
                .single();
        DelegateExecution cause = mock(DelegateExecution.class);
        when(cause.getVariable("caseNumber")).thenReturn(caseNumber);
        when(cause.getActivityInstanceId()).thenReturn("sendTask_remind:1", "sendTask_remind:1", "sendTask_remind:2");
        int before = world.mailTo(CASEWORKER).size();

        letter.toCaseworker(cause, "referral-correction-reminder");
        letter.toCaseworker(cause, "referral-correction-reminder");
        world.settles();
        assertThat(world.mailTo(CASEWORKER)).hasSize(before + 1);

        letter.toCaseworker(cause, "referral-correction-reminder");
        world.settles();
        assertThat(world.mailTo(CASEWORKER)).hasSize(before + 2);
    }
}
