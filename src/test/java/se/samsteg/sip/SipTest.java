package se.samsteg.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;

@SamstegTest
class SipTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    CasePhase casefile;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void aCaseIsUnderWay() {
        world.begin(TODAY);
        caseNumber = cases.open("coach1", TODAY);
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private void asks(String user) {
        world.starts(
                user,
                "sip",
                Map.of(
                        "caseNumber",
                        caseNumber,
                        "kind",
                        "with-authorities",
                        "purpose",
                        "Samordna vården",
                        "wantedBy",
                        "participant",
                        "parties",
                        List.of("primary-care"),
                        "agreed",
                        true));
    }

    private void calls(String user) {
        world.completes(
                user,
                "userTask_invite",
                caseNumber,
                Map.of(
                        "called", "called",
                        "meetingOn", TODAY,
                        "meetingAt", "10:00",
                        "place", "Vårdcentralen",
                        "invited", List.of("primary-care")));
    }

    private void document(Map<String, Object> answers) {
        world.completes("coach1", "userTask_document", caseNumber, answers);
    }

    private static Map<String, Object> held(LocalDate day) {
        return new HashMap<>(Map.of(
                "meetingResult", "held",
                "heldOn", day,
                "attended", List.of("participant"),
                "decision1What", "Tid hos läkare",
                "decision1Owner", "region",
                "decision1Date", TODAY.plusWeeks(2),
                "responsible", "region",
                "othersDo", "Inga"));
    }

    private String outcome(String table) {
        return jdbc.sql("select outcome from " + table).query(String.class).single();
    }

    @Test
    void whatIsAgainstARuleIsRefusedAndTheMeetingIsStillToBeDocumented() {
        asks("coach1");
        calls("handlaggare.fk");
        assertThatThrownBy(() -> document(held(TODAY.plusDays(1))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Hölls den:");
        Map<String, Object> noOwner = held(TODAY);
        noOwner.remove("decision1Owner");
        assertThatThrownBy(() -> document(noOwner)).isInstanceOf(Refused.class).hasMessageStartingWith("Beslut 1:");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_document");
        assertThat(jdbc.sql("select attempts from sip").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aSipThatDecidedNothingEndsWithItsReason() {
        asks("coach1");
        calls("handlaggare.fk");
        Map<String, Object> nothing = held(TODAY);
        nothing.keySet().removeIf(key -> key.startsWith("decision1"));
        assertThatThrownBy(() -> document(nothing))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Varför fattades inget beslut?");
        nothing.put("noDecisionReason", "Deltagaren vill tänka");
        document(nothing);
        assertThat(world.openTasks(caseNumber)).isEmpty();
        assertThat(outcome("sip")).isEqualTo("followed-up");
    }

    @Test
    void aTherapistWhoAssessedTheParticipantMayAskForASip() {
        jdbc.sql("""
                insert into fact select gen_random_uuid(), ?, null, 'prerehab-support-assessment', 'test',
                'arbetsterapeut1', 'occupational-therapist', now(), null, '{}'""").param(caseNumber).update();
        asks("arbetsterapeut1");
        assertThat(jdbc.sql("select requested_by from sip").query(String.class).single())
                .isEqualTo("arbetsterapeut1");
    }

    @Test
    void beforeThereIsACoachTheConvenerDocuments() {
        jdbc.sql("update case_file set coach = null").update();
        asks("handlaggare.fk");
        calls("handlaggare.fk");
        assertThat(world.ownerOf("userTask_document", caseNumber)).isEqualTo("handlaggare.fk");
    }

    @Test
    void aMeetingThatIsGivenUpIsClosedWithTheReason() {
        asks("coach1");
        calls("handlaggare.fk");
        document(Map.of(
                "meetingResult", "not-held",
                "notHeldReason", "participant-ill",
                "afterwards", "give-up",
                "giveUpReason", "Deltagaren orkar inte"));
        assertThat(outcome("sip")).isEqualTo("given-up");
        assertThat(jdbc.sql("select obstacle from sip").query(String.class).single())
                .isEqualTo("participant-ill");
        assertThat(world.openTasks(caseNumber)).isEmpty();
    }

    @Test
    void aSipWithoutACallCountsNoAttempt() {
        asks("coach1");
        world.completes(
                "handlaggare.fk",
                "userTask_invite",
                caseNumber,
                Map.of("called", "no-meeting", "noMeetingReason", "Redan löst"));
        assertThat(jdbc.sql("select attempts || ' ' || obstacle || ' ' || outcome from sip")
                        .query(String.class)
                        .single())
                .isEqualTo("0 not-called given-up");
    }

    @Test
    void aCaseThatIsClosedTakesItsMeetingAndDecisionsWithIt() {
        asks("coach1");
        calls("handlaggare.fk");
        document(held(TODAY));
        asks("coach1");
        casefile.close(caseNumber, TODAY);
        assertThat(world.openTasks(caseNumber)).isEmpty();
        assertThat(jdbc.sql("select outcome from sip union all select outcome from sip_decision")
                        .query(String.class)
                        .list())
                .containsOnly("case-closed")
                .hasSize(3);
    }
}
