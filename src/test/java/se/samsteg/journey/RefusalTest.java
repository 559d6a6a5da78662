package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** What a browser would never send is refused in the running application, and nothing of it is left anywhere. */
@SamstegTest
class RefusalTest {

    private static final String ANNA = "19800101-9804";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(LocalDate.of(2027, 2, 1));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private void isRefused(String message, Runnable submission) {
        assertThatThrownBy(submission::run)
                .isInstanceOf(Refused.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain(Answers.MARKER);
    }

    @Test
    void aReferralThatIsNotAsItMustBeOpensNoCase() {
        Map<String, Object> right = Answers.referral(ANNA, world.today());
        Map<String, Map<String, Object>> wrong = Map.of(
                "Förnamn: fyll i fältet.", Answers.with(right, "firstName", " "),
                "Efternamn: skriv högst 100 tecken.", Answers.with(right, "lastName", "x".repeat(101)),
                "Bakgrund: texten innehåller tecken som inte kan sparas.", Answers.with(right, "background", "\0"),
                "Kön: välj ett av alternativen.", Answers.with(right, "sex", Answers.MARKER),
                "Har försörjningsansvar för barn: svara ja eller nej.", Answers.with(right, "childrenToSupport", "ja"),
                "Samtycket gäller till och med: skriv datumet", Answers.with(right, "consentUntil", "2027-02-30"),
                "Personnummer eller samordningsnummer:", Answers.with(right, "identityNumber", "19800101-9805"),
                "Formuläret har inget fält caseNumber.", Answers.with(right, "caseNumber", "SB-2027-0001"));
        int people = count("person");

        wrong.forEach((message, referral) ->
                isRefused(message, () -> world.starts("handlaggare.fk", "samboradet", referral)));

        assertThat(count("case_file") + count("fact") + count("letter")).isZero();
        assertThat(count("person")).isEqualTo(people);
        assertThat(count("act_ru_execution where business_key_ like 'SB-%'")).isZero();
    }

    @Test
    void aTaskStandsAsBeforeWhenItsFormIsRefused() {
        Case anna = Case.referred(world, jdbc, "handlaggare.fk", Answers.referral(ANNA, world.today()))
                .admitted();
        int facts = count("fact");
        Map<String, Object> right = Answers.summons(world.today().plusWeeks(1));
        Map<String, Map<String, Object>> wrong = Map.of(
                "Svar: välj ett av alternativen.", Answers.with(right, "answer", "maybe"),
                "Brevtext: skriv högst 4000 tecken.", Answers.with(right, "letterText", "x".repeat(4001)),
                "Inskrivningssamtal, tid: skriv tiden", Answers.with(right, "enrolmentTime", "25:00"),
                "Inskrivningssamtal, datum: fyll i fältet.", Answers.with(right, "enrolmentDate", null),
                "Gemensam rekommendation: fältet visas inte", Answers.with(right, "recommendation", Answers.MARKER),
                "Deltagare: fältet kan inte ändras.", Answers.with(right, "participant", Answers.MARKER));
        Object letter = world.shown(Case.COACH, "userTask_summon", anna.caseNumber, "letterText");

        wrong.forEach(
                (message, summons) -> isRefused(message, () -> anna.does(Case.COACH, "userTask_summon", summons)));

        assertThat(count("fact")).isEqualTo(facts);
        assertThat(world.openTasks(anna.caseNumber)).containsExactly("userTask_summon");
        assertThat(world.shown(Case.COACH, "userTask_summon", anna.caseNumber, "letterText"))
                .isEqualTo(letter);
        anna.does(Case.COACH, "userTask_summon", right).isAt("userTask_holdEnrolment");
    }
}
