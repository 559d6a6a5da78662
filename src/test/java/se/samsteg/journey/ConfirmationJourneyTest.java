package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Refused;
import se.samsteg.person.Persons;

/** What cannot be taken back is shown to the starter, and done when it is confirmed. */
@SamstegTest
class ConfirmationJourneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    CaseFiles cases;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void anEnrolledCase() {
        world.begin(MONDAY);
        caseNumber = enrolled.open(Case.COACH, MONDAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interruption", "consent", "protection", "departure"})
    void theStarterSeesWhoItIsBeforeAnythingHasChanged(String process) {
        String before = everything();

        world.submits(Case.COACH, process, Map.of("caseNumber", caseNumber));

        assertThat(world.ownerOf("userTask_confirm", caseNumber)).isEqualTo(Case.COACH);
        assertThat((String) world.shown(Case.COACH, "userTask_confirm", caseNumber, "participant"))
                .isEqualTo(persons.of(caseNumber).fullName() + ", född "
                        + persons.of(caseNumber).birthDate().getYear());
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interruption", "consent", "protection", "departure"})
    void aRequestForTheWrongPersonIsLeftWithoutATrace(String process) {
        String before = everything();

        world.submits(Case.COACH, process, Map.of("caseNumber", caseNumber));
        world.completes(Case.COACH, "userTask_confirm", caseNumber, Map.of("confirmed", "no"));

        assertThat(everything()).isEqualTo(before);
        assertThat(world.openTasks(caseNumber)).doesNotContain("userTask_confirm");
        assertThat(world.allMail()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"interruption", "consent", "protection", "departure"})
    void aRequestThatIsNotConfirmedInADayIsDroppedAndCoachAndLeadAreToldOnce(String process) {
        String before = everything();

        world.submits(Case.COACH, process, Map.of("caseNumber", caseNumber));
        world.passes(Period.ofDays(2));

        assertThat(everything()).isEqualTo(before);
        assertThat(world.openTasks(caseNumber)).doesNotContain("userTask_confirm");
        assertThat(world.mailTo(Case.COACH)).singleElement().asString().contains(caseNumber, "bekräftades inte i tid");
        assertThat(world.mailTo(Case.LEAD)).singleElement().asString().contains(caseNumber, "bekräftades inte i tid");
    }

    @Test
    void aCaseThatWasClosedMeanwhileIsNotInterrupted() {
        world.submits(Case.COACH, "interruption", Map.of("caseNumber", caseNumber));
        cases.close(caseNumber, MONDAY);

        Map<String, Object> answers = Map.of("confirmed", "yes", "ground", "moved", "explanation", "Flyttar");
        assertThat(assertThrows(
                        Refused.class, () -> world.completes(Case.COACH, "userTask_confirm", caseNumber, answers)))
                .hasMessageContaining("inget pågående ärende");
    }

    private String everything() {
        return String.valueOf(jdbc.sql("""
                        select (select json_agg(f order by id) from fact f), (select json_agg(c) from consent c),
                        (select json_agg(p) from person p), (select json_agg(c) from case_file c)
                        """).query().listOfRows());
    }
}
