package se.samsteg.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.exit.ReferralBack.Recommendation;
import se.samsteg.form.FormFiles;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.OtherSettings;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

class ExitRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 9);
    private static final Settings PROGRAMME = ProgrammeFiles.samboradet();

    private static Outcome outcome(
            String ground,
            String main,
            @Nullable String lasting,
            @Nullable String continuation,
            LocalDate exitOn,
            String... secondary) {
        Outcome outcome = new Outcome(
                ground,
                main,
                lasting,
                List.of(secondary),
                "working",
                null,
                List.of("salary"),
                "AB",
                continuation,
                null,
                null,
                null,
                exitOn);
        outcome.check(PROGRAMME, FormFiles.text("exit-outcome"));
        return outcome;
    }

    private static Settings.Exit exit(boolean continuationRequired) {
        return OtherSettings.of("samboradet", "exit: {continuationRequired: %s}".formatted(continuationRequired))
                .exit();
    }

    /** A signed contract of which another party is told, and that is work all the same. */
    private static final Settings WITH_A_RECEIVER = OtherSettings.of("samboradet", """
            units: [{code: jobbtorg, name: Jobbtorg, authority: null, address: jobbtorg@stad.example}]
            exit:
              mainOutcomes:
                - {code: contract, name: Kontrakt, counts: WORK, onlyOn: null, contact: HANDED_OVER, handedTo: jobbtorg}
                - {code: treatment, name: Behandling, counts: null, onlyOn: null, contact: null, handedTo: null}
            """);

    private static void agrees(String main, @Nullable String handover, @Nullable String oneYear) {
        new Outcome(
                        "plan-completed",
                        main,
                        main.equals("contract") ? "yes" : null,
                        List.of(),
                        "working",
                        null,
                        List.of("salary"),
                        "Förskolan",
                        null,
                        null,
                        handover,
                        oneYear,
                        TODAY)
                .check(WITH_A_RECEIVER, FormFiles.text("exit-outcome"));
    }

    @Test
    void whatIsAgreedAboutTheReceiverIsSaidWhereAnotherPartyTakesOverAndNowhereElse() {
        assertThatCode(() -> agrees("contract", "yes", "no")).doesNotThrowAnyException();
        assertThatCode(() -> agrees("treatment", null, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> agrees("contract", null, "no"))
                .hasMessage("Får den som tar över veta att deltagaren kommer?: fyll i när någon annan tar över.");
        assertThatThrownBy(() -> agrees("contract", "yes", null))
                .hasMessageStartingWith("Får vi fråga deltagaren hur det är om ett år?: fyll i");
        assertThatThrownBy(() -> agrees("treatment", null, "yes")).hasMessageContaining("lämna tomt");
    }

    @Test
    void theMainOutcomeIsNotASecondaryOneToo() {
        assertThatThrownBy(() -> outcome("studies", "studies", null, null, TODAY, "studies", "moved"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Andra utfall:");
        assertThatCode(() -> outcome("studies", "studies", null, null, TODAY, "work-training", "moved"))
                .doesNotThrowAnyException();
    }

    @Test
    void onlyWorkIsJudgedLasting() {
        assertThatThrownBy(() -> outcome("job", "regular-work", null, null, TODAY))
                .hasMessageContaining("varaktigt");
        assertThatThrownBy(() -> outcome("hindrance", "moved", "yes", null, TODAY))
                .hasMessageContaining("lämna tomt");
        assertThatCode(() -> outcome("job", "subsidised-work", "unknown", null, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void groundAndMainOutcomeAgree() {
        assertThatThrownBy(() -> outcome("job", "studies", null, null, TODAY)).hasMessageStartingWith("Grund");
        assertThatThrownBy(() -> outcome("studies", "moved", null, null, TODAY)).hasMessageStartingWith("Grund");
        assertThatThrownBy(() -> outcome("plan-completed", "drop-out", null, null, TODAY))
                .hasMessage("Huvudutfall: avbrott förutsätter avbrott som grund för utslussning.");
    }

    @Test
    void pensionAndIllHealthAreOutcomesAndDiscontinuationsLeadToThem() {
        for (Outcome fine : List.of(
                outcome("hindrance", "pension", null, null, TODAY),
                outcome("ill-health", "ill-health", null, "treatment", TODAY))) {
            assertThatCode(() -> fine.recordedOn(TODAY, null, exit(false))).doesNotThrowAnyException();
        }
        for (String ground : List.of("pension", "ill-health")) {
            assertThat(PROGRAMME.interruption().ground(ground).orElseThrow().mainOutcome())
                    .isEqualTo(ground);
        }
    }

    @Test
    void theOutcomeNamesAContinuationWhereTheProgrammeRequiresOne() {
        assertThatThrownBy(() -> outcome("plan-completed", "available", null, null, TODAY)
                        .recordedOn(TODAY, null, exit(true)))
                .hasMessageStartingWith("Fortsättning:");
        for (Outcome fine : List.of(
                outcome("plan-completed", "available", null, "treatment", TODAY),
                outcome("job", "regular-work", "yes", null, TODAY),
                outcome("studies", "studies", null, null, TODAY),
                outcome("hindrance", "deceased", null, null, TODAY))) {
            assertThatCode(() -> fine.recordedOn(TODAY, null, exit(true))).doesNotThrowAnyException();
        }
        assertThatCode(() -> outcome("plan-completed", "available", null, null, TODAY)
                        .recordedOn(TODAY, null, exit(false)))
                .doesNotThrowAnyException();
    }

    @Test
    void theExitDateLiesBetweenEnrolmentAndSixtyDaysAhead() {
        LocalDate enrolled = TODAY.minusDays(100);
        for (LocalDate fine : List.of(enrolled, TODAY, TODAY.plusDays(60))) {
            assertThatCode(() ->
                            outcome("studies", "studies", null, null, fine).recordedOn(TODAY, enrolled, exit(false)))
                    .doesNotThrowAnyException();
        }
        for (LocalDate wrong : List.of(enrolled.minusDays(1), TODAY.plusDays(61))) {
            assertThatThrownBy(() ->
                            outcome("studies", "studies", null, null, wrong).recordedOn(TODAY, enrolled, exit(false)))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("Slutdatum:");
        }
    }

    @Test
    void aMeasurementIsMadeOrSaysWhyItIsMissing() {
        assertThatThrownBy(() -> measurement("no", null)).hasMessageStartingWith("Varför saknas mätningen?:");
        assertThatThrownBy(() -> measurement("yes", "declined")).hasMessageContaining("lämna tomt");
        assertThatCode(() -> measurement("yes", null)).doesNotThrowAnyException();
        assertThatCode(() -> measurement("no", "declined")).doesNotThrowAnyException();
    }

    @Test
    void livelihoodIsNotNoneAndAnIncome() {
        assertThatThrownBy(() -> new Outcome(
                        "studies",
                        "studies",
                        null,
                        List.of(),
                        "studying",
                        50,
                        List.of("none", "salary"),
                        "AB",
                        null,
                        null,
                        null,
                        null,
                        TODAY))
                .hasMessageContaining("Försörjning efter: ingen egen försörjning går inte ihop");
    }

    private static Measurement measurement(String measured, @Nullable String missing) {
        Map<String, Object> values =
                new HashMap<>(Map.of("measured", measured, "instrument", "own-questions", "instrumentVersion", "2"));
        if (missing != null) {
            values.put("missingReason", missing);
        }
        return new Forms.Filled("exit-measurement", "1", values).as(Measurement.class);
    }

    @Test
    void theShortFormIsForWorkAndStudies() {
        ReferralBack brief = referralBack(true, null, null);
        assertThatCode(() -> brief.about(PROGRAMME.exit().mainOutcome("studies")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> brief.about(PROGRAMME.exit().mainOutcome("available")))
                .hasMessageStartingWith("Kort återremiss (arbete eller studier):");
    }

    @Test
    void theLongFormHoldsHealthProfileAndCareNeed() {
        assertThatThrownBy(() -> referralBack(false, null, null))
                .hasMessageContaining("Hälsoprofil:")
                .hasMessageContaining("Kvarstående vårdbehov:")
                .hasMessageContaining("Så kan behovet mötas:");
    }

    @Test
    void recommendationsAreWrittenFromTheFirstOn() {
        assertThatThrownBy(() -> referralBack(true, null, "Tredje")).hasMessageStartingWith("Rekommendation 2:");
    }

    private static ReferralBack referralBack(boolean brief, @Nullable String second, @Nullable String third) {
        List<Recommendation> recommendations = new ArrayList<>(List.of(new Recommendation(1, "Första")));
        if (second != null) {
            recommendations.add(new Recommendation(2, second));
        }
        if (third != null) {
            recommendations.add(new Recommendation(3, third));
        }
        return new ReferralBack(brief, "Syfte", "Insatser", "Resultat", recommendations, null, null, null);
    }

    @Test
    void whatIsSentBackSaysWhatToChange() {
        assertThatThrownBy(() -> new Approval("send-back", null)).hasMessageStartingWith("Vad ska ändras?:");
    }
}
