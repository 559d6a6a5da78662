package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;

/** What a referral does not say, or says wrongly, is asked for again and is then known of the person. */
@SamstegTest
class ReferralCorrectionJourneyTest {

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

    @Test
    void whatIsCorrectedInTheReferralIsSoInThePersonsDataToo() {
        Case anna = Case.referred(
                world,
                jdbc,
                CASEWORKER,
                Answers.with(Answers.referral("19850060\u20132381", world.today()), "municipality", "0126"));
        assertThat(String.valueOf(world.shown(CASEWORKER, "userTask_correct", anna.caseNumber, "unmet")))
                .contains("Födelsedatumet är inte känt.", "kommunen");
        assertThat(world.shown(CASEWORKER, "userTask_correct", anna.caseNumber, "municipality"))
                .isEqualTo("0126");

        anna.does(
                CASEWORKER,
                "userTask_correct",
                Answers.of(
                        "withdrawn",
                        false,
                        "birthDate",
                        LocalDate.of(1985, 6, 1),
                        "municipality",
                        "0127",
                        "authorities",
                        List.of("af", "fk"),
                        "longLastingHealthProblems",
                        true,
                        "noFootholdOnLabourMarket",
                        true));

        assertThat(jdbc.sql(
                                "select identity_number || ' ' || birth_date || ' ' || municipality from person join case_file c on c.person = person.id where case_number = ?")
                        .param(anna.caseNumber)
                        .query(String.class)
                        .single())
                .isEqualTo("198500602381 1985-06-01 0127");
        assertThat(world.openTasks(anna.caseNumber)).containsExactly("userTask_assess");
    }

    private Case missesTwoCriteria() {
        return Case.referred(
                world,
                jdbc,
                CASEWORKER,
                Answers.with(
                        Answers.referral(IdentityNumbers.some(1).get(0), world.today()),
                        "municipality",
                        "0126",
                        "noFootholdOnLabourMarket",
                        false));
    }

    private List<String> unmet(Case referred) {
        return jdbc.sql("select criterion || ' ' || let_through from unmet_case where case_number = ? order by 1")
                .param(referred.caseNumber)
                .query(String.class)
                .list();
    }

    @Test
    void whichCriteriaWereUnmetIsKeptOfAReferralThatIsWithdrawn() {
        Case bo = missesTwoCriteria();

        bo.does(CASEWORKER, "userTask_correct", Answers.of("withdrawn", true, "withdrawalReason", "Flyttar inte in"));

        assertThat(unmet(bo))
                .containsExactly(
                        "Det är inte angivet att personen saknar förankring på arbetsmarknaden. false",
                        "Personen är inte folkbokförd i kommunen. false");
    }

    @Test
    void ofAReferralThatIsLetThroughOnlyWhatIsStillUnmetIsKept() {
        Case bo = missesTwoCriteria();

        bo.does(
                CASEWORKER,
                "userTask_correct",
                Answers.of(
                        "withdrawn",
                        false,
                        "municipality",
                        "0126",
                        "authorities",
                        List.of("af", "fk"),
                        "longLastingHealthProblems",
                        true,
                        "noFootholdOnLabourMarket",
                        true,
                        "exceptionAsked",
                        true,
                        "exceptionReason",
                        "Flyttar in nästa månad"));
        bo.does(Case.LEAD, "userTask_decide", Answers.of("letThrough", true, "decisionReason", "Flyttar in"));

        assertThat(unmet(bo)).containsExactly("Personen är inte folkbokförd i kommunen. true");
    }

    @Test
    void whatWasTypedBeforeBecomesACodeWhereItIsCertain() throws IOException {
        List<String> typed = List.of(
                "Botkyrka",
                "botkyrka\u00a0",
                "Botkyrka kommun",
                "BOTKYRKA  KOMMUN",
                "Stockholms stad",
                "ÖSTERÅKERS KOMMUN",
                "Storbyn");
        for (String said : typed) {
            jdbc.sql("""
                            insert into person (id, no_number_reason, first_name, last_name, sex, municipality, tenant)
                            values (gen_random_uuid(), 'väntar', 'Flyttad', ?, 'other', ?, 'botkyrka')
                            """).params(said, said).update();
        }
        String script =
                new ClassPathResource("db/migration/V24__municipality.sql").getContentAsString(StandardCharsets.UTF_8);
        transaction.executeWithoutResult(status -> {
            jdbc.sql(script.replace("?", "??")).update();
            List<String> now = typed.stream()
                    .map(said -> jdbc.sql(
                                    "select municipality from person where first_name = 'Flyttad' and last_name = ?")
                            .param(said)
                            .query(String.class)
                            .single())
                    .toList();
            assertThat(now).containsExactly("0127", "0127", "0127", "0127", "0180", "0117", "Storbyn");
            status.setRollbackOnly();
        });
        jdbc.sql("delete from person where first_name = 'Flyttad'").update();
    }
}
