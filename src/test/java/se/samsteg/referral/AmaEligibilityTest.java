package se.samsteg.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision of AMA: social assistance, sick leave, no SGI, Swedish in a group, and the method's premise. */
class AmaEligibilityTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static Map<String, Object> meetsAll() {
        return new HashMap<>(Map.of(
                "socialAssistance", true,
                "sickLeaveDegree", "100",
                "noBenefitGroundingIncome", true,
                "followsSwedish", true,
                "premiseAccepted", true,
                "age", 46));
    }

    private static List<String> unmet(Map<String, Object> criteria) throws IOException {
        try (var model = Files.newInputStream(Path.of("processes/decisions/eligibility-ama.dmn"))) {
            return ENGINE.evaluateDecisionTable(
                            ENGINE.parseDecision("eligibility-ama", model), Map.of("criteria", criteria))
                    .collectEntries("unmet");
        }
    }

    @Test
    void aPersonWhoMeetsAllCriteriaHasNoneUnmet() throws IOException {
        assertThat(unmet(meetsAll())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "socialAssistance, försörjningsstöd",
        "noBenefitGroundingIncome, SGI",
        "followsSwedish, svenska",
        "premiseAccepted, frivilligt"
    })
    void whatIsNotTickedOrNotAnsweredIsNamed(String key, String named) throws IOException {
        Map<String, Object> criteria = meetsAll();
        criteria.put(key, false);
        assertThat(unmet(criteria)).singleElement().asString().contains(named);
        criteria.put(key, null);
        assertThat(unmet(criteria)).singleElement().asString().contains(named);
    }

    @ParameterizedTest
    @CsvSource({"25, 0", "50, 0", "75, 0", "100, 0", "0, 1", ", 1"})
    void thePersonIsOnSickLeaveAtLeastInPart(String degree, int unmet) throws IOException {
        Map<String, Object> criteria = meetsAll();
        criteria.put("sickLeaveDegree", degree);
        assertThat(unmet(criteria)).hasSize(unmet);
    }

    @Test
    void everyUnmetCriterionIsNamedNotOnlyTheFirst() throws IOException {
        Map<String, Object> nothing = meetsAll();
        nothing.replaceAll((key, value) -> null);
        assertThat(unmet(nothing)).hasSize(5).allMatch(text -> text.endsWith("."));
    }
}
