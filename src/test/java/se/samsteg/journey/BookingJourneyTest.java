package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;

/** Each meeting that is booked is shown with its day, time and place in the task of that meeting. */
@SamstegTest
class BookingJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Case anna;

    @BeforeEach
    void annaHasAPlace() {
        world.begin(MONDAY);
        anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral("19800101-9804", MONDAY))
                .admitted();
    }

    private String shown(String user, String task, String key) {
        return String.valueOf(world.shown(user, task, anna.caseNumber, key));
    }

    @Test
    void theEnrolmentTalkShowsWhenAndWhereItIsAndThenWhereItWasMovedTo() {
        anna.does(
                Case.COACH,
                "userTask_summon",
                Answers.with(Answers.summons(MONDAY.plusDays(1)), "enrolmentPlace", "Folkets hus"));
        assertThat(shown(Case.COACH, "userTask_holdEnrolment", "booked"))
                .isEqualTo("2027-02-02 kl. 10:00, Folkets hus");
        anna.does(
                Case.COACH,
                "userTask_holdEnrolment",
                Answers.of(
                        "outcome", "moved",
                        "note", "Ringde",
                        "newDay", MONDAY.plusDays(3),
                        "newTime", "13:15",
                        "newPlace", "Biblioteket"));
        assertThat(shown(Case.COACH, "userTask_holdEnrolment", "booked"))
                .startsWith("2027-02-04 kl. 13:15, Biblioteket");
    }

    @Test
    void theNextTalkShowsWhenItIsAndProposesThePlaceAgain() {
        anna.enrolledWithAPlan(Answers.plan(MONDAY, "workplace"))
                .does(
                        Case.COACH,
                        "userTask_holdTalk",
                        Answers.with(
                                Answers.talk(MONDAY.plusDays(14)), "nextTalkAt", "09:30", "nextTalkPlace", "Kontoret"));
        assertThat(shown(Case.COACH, "userTask_holdTalk", "booked")).isEqualTo("2027-02-15 kl. 09:30, Kontoret");
        assertThat(shown(Case.COACH, "userTask_holdTalk", "nextTalkPlace")).isEqualTo("Kontoret");
        assertThat(shown(Case.COACH, "userTask_holdTalk", "nextTalkAt")).isEqualTo("null");
    }

    @Test
    void theFollowUpOfAPlacementShowsTheNewDayOfTheIntroduction() {
        anna.enrolledWithAPlan(Answers.plan(MONDAY, "workplace"))
                .does(Case.CONSULTANT, "userTask_matchWorkplace", Answers.match())
                .does(
                        Case.CONSULTANT,
                        "userTask_introduce",
                        Answers.with(
                                Answers.introduction(MONDAY),
                                "outcome",
                                "excused",
                                "newDay",
                                MONDAY.plusDays(2),
                                "newTime",
                                "08:00",
                                "newPlace",
                                "Lagret"));
        assertThat(shown(Case.CONSULTANT, "userTask_followUpPlacement", "placement"))
                .endsWith("Ny introduktion 2027-02-03 kl. 08:00, Lagret");
    }
}
