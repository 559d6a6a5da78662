package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** How a participant is reached, from the referral on. */
@SamstegTest
class ContactJourneyTest {

    private static final String CASEWORKER = "handlaggare.fk";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(LocalDate.of(2027, 3, 15));
    }

    private Case enrolled(Object... changes) {
        Map<String, Object> referral = Answers.with(
                Answers.referral("19800101-9804", world.today()),
                "contact",
                null,
                "phone",
                "070-174 06 05",
                "email",
                "anna@example.se",
                "address",
                "Storgatan 5, 147 30 Tumba");
        return Case.referred(world, jdbc, CASEWORKER, Answers.with(referral, changes))
                .admitted()
                .enrolledWithAPlan(Answers.planWithAGroup(world.today(), "halsogrupp"));
    }

    private void changes(String user, Case who, Object... answers) {
        world.starts(user, "contact", Answers.with(Answers.of(answers), "caseNumber", who.caseNumber));
    }

    private List<String> known() {
        return jdbc.sql("select concat_ws(' · ', phone, email, address, contact) from person")
                .query(String.class)
                .list();
    }

    private List<String> earlier() {
        return jdbc.sql(
                        "select field || ' ' || coalesce(old_value, '–') || ' ' || changed_by from person_trail order by field")
                .query(String.class)
                .list();
    }

    @Test
    void theCoachChangesHowAParticipantIsReachedAndTheOldValuesStay() {
        Case anna = enrolled();
        assertThat(known()).containsExactly("070-174 06 05 · anna@example.se · Storgatan 5, 147 30 Tumba");

        changes(
                Case.COACH,
                anna,
                "phone",
                "+46 70 174 06 99",
                "otherWay",
                "Genom systern Eva",
                "removed",
                List.of("no-email"));

        assertThat(known()).containsExactly("+46 70 174 06 99 · Storgatan 5, 147 30 Tumba · Genom systern Eva");
        assertThat(earlier())
                .containsExactly("contact – coach1", "email anna@example.se coach1", "phone 070-174 06 05 coach1");
        assertThat(world.openTasks(anna.caseNumber)).contains("userTask_holdTalk");
    }

    @Test
    void whatCannotBeAPhoneOrAnAddressIsRefusedAndNothingIsStored() {
        Case anna = enrolled();

        assertThatThrownBy(() -> changes(Case.COACH, anna, "phone", "ring på kvällen"))
                .isInstanceOf(Refused.class)
                .hasMessage("Telefon: skriv ett telefonnummer, till exempel 070-123 45 67.");
        assertThatThrownBy(() -> changes(Case.COACH, anna, "phone", "070-111 22 33", "email", "anna at example.se"))
                .isInstanceOf(Refused.class)
                .hasMessage("E-post: skriv en e-postadress.");
        assertThatThrownBy(() -> changes(Case.COACH, anna))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Telefon: fyll i det som är nytt");
        assertThatThrownBy(() -> changes(Case.COACH, anna, "phone", "070-111 22 33", "removed", List.of("no-phone")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Gäller inte längre:");
        assertThatThrownBy(() -> changes("coach2", anna, "phone", "070-111 22 33"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Ärende: inget pågående ärende");
        assertThatThrownBy(() -> changes(CASEWORKER, anna, "phone", "070-111 22 33"))
                .isInstanceOf(AuthorizationException.class);
        assertThat(known()).containsExactly("070-174 06 05 · anna@example.se · Storgatan 5, 147 30 Tumba");
        assertThat(earlier()).isEmpty();
    }

    @Test
    void aHomeVisitShowsTheAddress() {
        Case anna = missed(enrolled());

        assertThat(shown(anna, "address")).isEqualTo("Storgatan 5, 147 30 Tumba");
        assertThat(shown(anna, "phone")).isEqualTo("070-174 06 05");
    }

    @Test
    void theAddressOfAProtectedPersonStaysOutOfTheTask() {
        Case anna = missed(enrolled("protectedIdentity", true));

        assertThat(shown(anna, "address")).isEqualTo("Skyddad uppgift, se Akten");
        assertThat(shown(anna, "phone")).isEqualTo("Skyddad uppgift, se Akten");
        changes(Case.COACH, anna, "address", "Hemliga vägen 1, 147 30 Tumba");
        assertThat(known()).singleElement().satisfies(said -> assertThat(said).contains("Hemliga vägen 1"));
        assertThat(earlier()).containsExactly("address [skyddat] coach1");
        assertThat(Tables.holding(jdbc, "Hemliga")).containsExactly("person");
    }

    private Case missed(Case anna) {
        return anna.does(
                Case.COACH,
                "userTask_holdTalk",
                AbsenceAnswers.talkNotHeld("absent", world.today().plusWeeks(1)));
    }

    private Object shown(Case anna, String key) {
        return world.shown(Case.COACH, "userTask_visitHome", anna.caseNumber, key);
    }

    @Test
    void whatWasOneTextIsToldApartWhereItIsCertainAndNothingIsLost() throws IOException {
        Map<String, String> before = new LinkedHashMap<>();
        before.put("070-174 06 05", "070-174 06 05 | – | –");
        before.put(" anna@example.se ", "– | anna@example.se | –");
        before.put("070-174 06 05, anna@example.se", "070-174 06 05 | anna@example.se | –");
        before.put("anna@example.se eller +46 70 174 06 05", "+46 70 174 06 05 | anna@example.se | –");
        before.put("070-174 06 05, 08-12 34 56", "– | – | 070-174 06 05, 08-12 34 56");
        before.put("Ring systern på 070-174 06 05", "– | – | Ring systern på 070-174 06 05");
        before.put("070-174 06 05, efter tio", "– | – | 070-174 06 05, efter tio");
        before.keySet().forEach(said -> jdbc.sql("""
                                insert into person (id, no_number_reason, first_name, last_name, sex, municipality, contact, tenant)
                                values (gen_random_uuid(), 'väntar', 'Flyttad', ?, 'other', '0127', ?, 'botkyrka')
                                """).params(said, said).update());
        String script =
                new ClassPathResource("db/migration/V39__contact.sql").getContentAsString(StandardCharsets.UTF_8);
        transaction.executeWithoutResult(status -> {
            jdbc.sql(script.substring(script.indexOf("create temporary table"))).update();
            before.forEach((said, now) -> assertThat(
                            jdbc.sql("""
                                    select coalesce(phone, '–') || ' | ' || coalesce(email, '–') || ' | ' || coalesce(contact, '–')
                                    from person where last_name = ?""").param(said).query(String.class).single())
                    .as(said)
                    .isEqualTo(now));
            status.setRollbackOnly();
        });
        jdbc.sql("delete from person where first_name = 'Flyttad'").update();
    }
}
