package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;

/** A referral from the caseworker's first words to the conference's answer. */
@SamstegTest
class ReferralJourneyTest {

    private static final String CASEWORKER = "handlaggare.fk";
    private static final String MEMBER = "ledamot.soc";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMondayWithAnEmptyProgramme() {
        world.begin(LocalDate.of(2027, 3, 15));
    }

    private Map<String, Object> referral(Object... changes) {
        return Answers.with(Answers.referral("19800101-9804", world.today()), changes);
    }

    private Case refers(Object... changes) {
        return Case.referred(world, jdbc, CASEWORKER, referral(changes));
    }

    private static Map<String, Object> correction(Object... changes) {
        return Answers.with(
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
                        true),
                changes);
    }

    private Case asksForAnException() {
        return refers("municipality", "0126")
                .does(
                        CASEWORKER,
                        "userTask_correct",
                        correction("exceptionAsked", true, "exceptionReason", "Flyttar hit i april."));
    }

    @Test
    void anExceptionIsAskedForAtOnceAndTheLeadIsRemindedUntilItIsMade() {
        Case anna = asksForAnException().isAt("userTask_decide");

        assertThat(String.valueOf(world.shown(Case.LEAD, "userTask_decide", anna.caseNumber, "asked")))
                .isEqualTo("Flyttar hit i april.");
        assertThat(String.valueOf(world.shown(Case.LEAD, "userTask_decide", anna.caseNumber, "unmet")))
                .contains("kommunen");

        world.passesTo(LocalDate.of(2027, 3, 17));
        assertThat(world.mailTo(Case.LEAD)).noneMatch(letter -> letter.contains("undantag"));
        world.passesTo(LocalDate.of(2027, 3, 18)); // three working days
        assertThat(world.mailTo(Case.LEAD))
                .filteredOn(letter -> letter.contains("remiss väntar på ditt beslut"))
                .hasSize(1);
        world.passesTo(LocalDate.of(2027, 3, 20));
        assertThat(world.mailTo(Case.LEAD))
                .filteredOn(letter -> letter.contains("remiss väntar på ditt beslut"))
                .hasSize(2);

        anna.does(
                        Case.LEAD,
                        "userTask_decide",
                        Answers.of("letThrough", true, "decisionReason", "Bor här när gruppen börjar."))
                .isAt("userTask_assess");
        assertThat(String.valueOf(world.shown(MEMBER, "userTask_assess", anna.caseNumber, "completions")))
                .contains("bad om undantag: Flyttar hit i april.", "undantag: Bor här när gruppen börjar.");
    }

    @Test
    void anExceptionIsDueInFiveWorkingDays() {
        world.begin(LocalDate.of(2027, 3, 22)); // Good Friday and Easter Monday lie in between
        Case anna = asksForAnException();

        assertThat(jdbc.sql("select due_date_::date from act_ru_task where task_def_key_ = 'userTask_decide'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2027, 3, 31));
        anna.isAt("userTask_decide");
    }

    @Test
    void anExceptionThatTheCorrectionMakesNeedlessIsNotAskedFor() {
        refers("municipality", "0126")
                .does(
                        CASEWORKER,
                        "userTask_correct",
                        correction("municipality", "0127", "exceptionAsked", true, "exceptionReason", "Har flyttat."))
                .isAt("userTask_assess");
    }

    @Test
    void theCaseworkerIsToldOfAnExceptionThatIsRefused() {
        Case anna = asksForAnException()
                .does(
                        Case.LEAD,
                        "userTask_decide",
                        Answers.of("letThrough", false, "decisionReason", "Inget datum för flytten."))
                .hasNoTasks();

        assertThat(world.mailTo(CASEWORKER))
                .anyMatch(letter -> letter.contains("återlämnad") && letter.contains(anna.caseNumber))
                .noneMatch(letter -> letter.contains("återtagen"));
        assertThat(world.endsOf("samboradet")).contains("endEvent_notEligible");
    }

    @Test
    void aShortReferralIsEnoughAndTheSexIsThatOfTheNumber() {
        Case anna = refers(
                "sex",
                null,
                "background",
                null,
                "health",
                null,
                "livelihoodSources",
                null,
                "onSupportSince",
                null,
                "sickLeaveDegree",
                null,
                "contact",
                null,
                "contactMissing",
                true);

        anna.isAt("userTask_assess").admitted().isAt("userTask_summon");
        assertThat(jdbc.sql("select sex from person").query(String.class).single())
                .isEqualTo("woman");
        assertThat(Case.referred(
                                world,
                                jdbc,
                                CASEWORKER,
                                Answers.with(Answers.referral("19850203-2397", world.today()), "sex", "other"))
                        .caseNumber)
                .isNotNull();
        assertThat(jdbc.sql("select sex from person order by sex")
                        .query(String.class)
                        .list())
                .as("what is chosen stands")
                .containsExactly("other", "woman");
    }

    @Test
    void aReferralSaysHowThePersonIsReachedOrThatNothingIsKnown() {
        assertThatThrownBy(() -> refers("contact", null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("kontaktuppgifter saknas");
        assertThatThrownBy(() -> refers("contactMissing", true))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Kontaktuppgifter saknas:");
        assertThatThrownBy(() -> refers(
                        "hasIdentityNumber",
                        "no",
                        "identityNumber",
                        null,
                        "noNumberReason",
                        "Nyanländ",
                        "birthDate",
                        LocalDate.of(1985, 2, 3),
                        "sex",
                        null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Kön:");
        assertThat(jdbc.sql("select count(*) from case_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theConferenceReadsEachCriterionThatItConfirms() {
        Case anna = asksForAnException()
                .does(Case.LEAD, "userTask_decide", Answers.of("letThrough", true, "decisionReason", "Ja."));

        assertThat(world.shown(MEMBER, "userTask_assess", anna.caseNumber, "criteria"))
                .isEqualTo("""
                        Ålder 18–64 år: 47 år, uppfyllt
                        Folkbokförd i Botkyrka: Huddinge, inte uppfyllt
                        Stöd från minst 2 myndigheter: Arbetsförmedlingen, Försäkringskassan, uppfyllt
                        Mångfacetterade och långvariga problem med hälsan: visas inte, samtycke saknas för uppgifter om hälsa
                        Saknar fast eller lämplig förankring på arbetsmarknaden: ja""");
        Case bo = Case.referred(
                world,
                jdbc,
                CASEWORKER,
                Answers.with(
                        Answers.referral("19850203-2397", world.today()),
                        "consentInformation",
                        List.of("referral", "health")));
        assertThat(String.valueOf(world.shown(MEMBER, "userTask_assess", bo.caseNumber, "criteria")))
                .contains("problem med hälsan: ja");
        world.starts(
                Case.LEAD,
                "consent",
                Map.of("caseNumber", bo.caseNumber, "authorities", List.of("fk"), "information", List.of("health")));
        assertThat(String.valueOf(world.shown(MEMBER, "userTask_assess", bo.caseNumber, "criteria")))
                .contains("problem med hälsan: visas inte");
    }

    @Test
    void aJointPlanGoesWithAReturnedReferral() throws IOException {
        Case anna = refers().does(
                        MEMBER,
                        "userTask_assess",
                        Answers.with(Answers.recommend(), "jointPlan", "AF bokar ett möte i maj."));

        assertThat(world.shown(CASEWORKER, "userTask_receiveRecommendation", anna.caseNumber, "jointPlan"))
                .isEqualTo("AF bokar ett möte i maj.");
        byte[] pdf =
                jdbc.sql("select content from document").query(byte[].class).single();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Gemensam plan", "AF bokar ett möte i maj.");
        }
        anna.does(CASEWORKER, "userTask_receiveRecommendation", Answers.of()).hasNoTasks();
    }

    @Test
    void aReferralThatComesToAnAgendaAfterItWasMailedIsTold() {
        world.begin(LocalDate.of(2027, 3, 15));
        Case anna = refers();
        LocalDate sitting = jdbc.sql("select day from sitting join agenda on sitting = id where case_number = ?")
                .param(anna.caseNumber)
                .query(LocalDate.class)
                .single();
        world.passesTo(sitting.minusDays(2)); // the agenda goes three working days before
        assertThat(world.mailTo(MEMBER))
                .filteredOn(letter -> letter.contains("Dagordning för utökat möte"))
                .hasSize(1);
        assertThat(world.mailTo(MEMBER)).noneMatch(letter -> letter.contains("Tillägg"));

        Case bo = Case.referred(world, jdbc, CASEWORKER, Answers.referral("19850203-2397", world.today()));
        world.passes(Period.ofDays(1));
        assertThat(world.mailTo(MEMBER))
                .filteredOn(letter -> letter.contains("Tillägg till dagordningen"))
                .singleElement()
                .satisfies(letter -> assertThat(letter).contains(bo.caseNumber).doesNotContain(anna.caseNumber));
    }
}
