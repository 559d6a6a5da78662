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

    private static Settings.Exit withAContract(String means) {
        return OtherSettings.of("samboradet", """
                        exit:
                          receivers: [{code: jobbtorg, name: Jobbtorg, address: jobbtorg@stad.example}]
                          mainOutcomes: [{code: contract, name: Kontrakt, counts: WORK, onlyOn: null, %s}]
                        """.formatted(means)).exit();
    }

    @Test
    void aProgrammeHandsOverToAReceiverThatItNames() {
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
        Settings.Exit exit = withAContract("contact: HANDED_OVER, handedTo: jobbtorg");
        assertThat(exit.receiver(exit.mainOutcome("contract")).name()).isEqualTo("Jobbtorg");
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
