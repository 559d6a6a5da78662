package se.samsteg.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Where no roll is called, staff say that a participant stays away, and the participant is sought out. */
@SamstegTest
class ToldAbsenceTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final String COACH = "coach1";
    private static final String LEADER = "gruppcoach1";

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    NoShows noShows;

    @Autowired
    Programmes programmes;

    @Autowired
    JdbcClient jdbc;

    private OtherSettings settings;
    private String anna = "";

    @BeforeEach
    void annaIsInAGroupOfAProgrammeThatSeeksOut() {
        world.begin(MONDAY);
        settings = new OtherSettings(
                programmes,
                "samboradet",
                Map.of("absence", new Settings.Absence("outreach", 3, 3, Period.ofDays(14), Period.ofMonths(3))));
        anna = cases.open(COACH, MONDAY.minusMonths(2));
        jdbc.sql("update case_file set opened_on = ?")
                .param(MONDAY.minusMonths(3))
                .update();
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, first_day, planned, maximum)
                        values ('G-2027-900', 'samboradet', 'halsogrupp', false, ?, '2027-02-01', 10, 12)""").param(LEADER).update();
        jdbc.sql("""
                        insert into group_place (id, case_number, programme, type, waiting_since, group_number, seat, placed_on)
                        values (?, ?, 'samboradet', 'halsogrupp', '2027-01-04 09:00+01', 'G-2027-900', 1, '2027-01-25')""").params(UUID.randomUUID(), anna).update();
        held(1, LocalDate.of(2027, 2, 8), "sömn");
        held(2, LocalDate.of(2027, 2, 15), "kost,motion");
    }

    @AfterEach
    void theProgrammeAsItIs() {
        settings.close();
    }

    private void held(int number, LocalDate day, String themes) {
        jdbc.sql("""
                        insert into group_session (group_number, number, series, slot, day, state, themes, guest)
                        values ('G-2027-900', ?, 'Träff', ?, ?, 'held', ?, 'Dietisten Kim')""").params(number, number, day, themes).update();
    }

    private void tells(String user, LocalDate since) {
        world.starts(
                user,
                "outreach",
                Map.of("caseNumber", anna, "awaySince", since.toString(), "note", "Svarar inte på sms"));
    }

    private String shown(String key) {
        return String.valueOf(world.shown(COACH, "userTask_seekOut", anna, key));
    }

    private void seeksOut(boolean back) {
        world.completes(
                COACH,
                "userTask_seekOut",
                anna,
                back
                        ? Map.of("contactBy", "call", "reached", "yes", "said", "Kommer", "back", true)
                        : Map.of("contactBy", "sms", "reached", "no"));
    }

    @Test
    void theCoachReadsWhatTheGroupCoachKnowsAndWhatTheGroupHasDoneSince() {
        tells(LEADER, LocalDate.of(2027, 2, 10));
        assertThat(shown("known")).isEqualTo("Svarar inte på sms");
        assertThat(shown("noShows")).contains("1 uteblivande sedan 2027-02-10: 2027-02-10 borta, enligt personalen.");
        assertThat(shown("meanwhile")).isEqualTo("2027-02-15 Träff: kost, motion");

        seeksOut(false);
        held(3, LocalDate.of(2027, 3, 8), "");
        world.passesTo(MONDAY.plusDays(13));
        assertThat(world.openTasks(anna)).isEmpty();
        world.passesTo(MONDAY.plusDays(14));
        assertThat(shown("meanwhile")).isEqualTo("2027-03-08 Träff\n2027-02-15 Träff: kost, motion");
        seeksOut(true);
        assertThat(noShows.counting(anna)).isEmpty();
        assertThat(world.endsOf("outreach")).containsExactly("endEvent_back");
    }

    @Test
    void theCaseworkerHearsOfALongAbsenceCountedFromItsFirstDay() {
        tells(COACH, LocalDate.of(2027, 2, 10));
        world.passesTo(LocalDate.of(2027, 5, 9));
        assertThat(world.mailTo("handlaggare.fk")).isEmpty();
        world.passesTo(LocalDate.of(2027, 5, 11));
        assertThat(world.mailTo("handlaggare.fk")).singleElement().asString().startsWith("Lång frånvaro, ärende");
    }

    @Test
    void aParticipantIsSoughtOutOnceAtATime() {
        tells(COACH, MONDAY);
        assertThatThrownBy(() -> tells(LEADER, MONDAY))
                .isInstanceOf(Refused.class)
                .hasMessage("Ärende: deltagaren söks upp redan.");
        assertThat(noShows.counting(anna)).hasSize(1);
        assertThat(world.openTasks(anna)).containsExactly("userTask_seekOut");
    }

    @Test
    void onlyStaffWhoWorkWithTheParticipantTell() {
        assertThatThrownBy(() -> tells("gruppcoach2", MONDAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ärende: inget pågående ärende");
    }

    @Test
    void aProgrammeWithALadderCountsWhatIsRecordedAlone() {
        settings.close();
        assertThatThrownBy(() -> tells(COACH, MONDAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ärende: i det programmet");
        assertThat(noShows.counting(anna)).isEmpty();
    }
}
