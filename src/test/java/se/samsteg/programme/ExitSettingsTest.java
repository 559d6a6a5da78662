package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a programme's file can say of the way out and of what is asked after it. */
class ExitSettingsTest {

    private static Settings withAContract(String means) {
        return OtherSettings.of(
                "samboradet", """
                        units: [{code: jobbtorg, name: Jobbtorg, authority: null, address: jobbtorg@stad.example}, %s]
                        exit:
                          mainOutcomes: [{code: contract, name: Kontrakt, counts: WORK, onlyOn: null, %s}]
                        """.formatted("{code: other, name: Annan, authority: fk, address: null}", means));
    }

    @Test
    void aProgrammeHandsOverToAUnitThatHasAnAddress() {
        Map.of(
                        "contact: HANDED_OVER, handedTo: jobbtorg", true,
                        "contact: ENDS, handedTo: null", true,
                        "contact: null, handedTo: null", true,
                        "contact: HANDED_OVER, handedTo: other", false,
                        "contact: HANDED_OVER, handedTo: null", false,
                        "contact: null, handedTo: jobbtorg", false)
                .forEach((means, right) -> assertThat(withAContract(means).isHandedOverToKnown())
                        .as(means)
                        .isEqualTo(right));
    }

    @Test
    void aUnitThatNoUserReadsForHasAnAddress() {
        assertThat(withAContract("contact: null, handedTo: null").isReachableUnits())
                .isTrue();
        assertThat(OtherSettings.of(
                                "samboradet",
                                "units: [{code: jobbtorg, name: Jobbtorg, authority: null, address: null}]")
                        .isReachableUnits())
                .isFalse();
    }

    @Test
    void theExitOfAmaIsSettingsThatARuleOfEachProgrammeAllows() throws IOException {
        Settings ama = OtherSettings.of("samboradet", Files.readString(Path.of("src/test/resources/ama-exit.yml")));
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            assertThat(validators.getValidator().validate(ama)).isEmpty();
        }
        assertThat(ama.exit().mainOutcomes())
                .extracting(Settings.MainOutcome::code)
                .doesNotHaveDuplicates();
        assertThat(ama.exit().mainOutcome("stockholmsjobb").handedOver()).isTrue();
        assertThat(ama.exit().mainOutcome("awaiting-placement").continues()).isTrue();
        assertThat(ama.interruption().grounds()).allSatisfy(ground -> {
            assertThat(ama.exit().ground(ground.exitGround())).isNotNull();
            if (ground.mainOutcome() != null) {
                assertThat(ama.exit().mainOutcome(ground.mainOutcome())).isNotNull();
            }
        });
    }

    @Test
    void aProgrammeMayHaveNoContactsAndAFirstFollowUpFromTheStart() {
        Settings.Followup followup = OtherSettings.of(
                        "samboradet", "followup: {firstFollowUp: {after: P3M, from: start}, contacts: []}")
                .followup();
        assertThat(followup.contacts()).isEmpty();
        assertThat(followup.firstFrom(Settings.Anchor.START)).isTrue();
        assertThat(followup.firstFrom(Settings.Anchor.EXIT)).isFalse();
        assertThat(followup.finalAfter()).isEqualTo(Period.ofYears(1));
    }
}
