package se.samsteg.exit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Numbered;

/** A recorded återremiss, read without today's rules. */
@FactOf("exit-referral-back")
record Written(
        @Nullable Boolean shortForm,
        @Nullable String purpose,
        @Nullable String measures,
        @Nullable String result,
        @Numbered List<ReferralBack.Recommendation> recommendations,
        @Nullable String healthProfile,
        @Nullable String careNeed,
        @Nullable String careNeedMet) {

    /** The texts there are, by the keys of the forms that show them. */
    Map<String, String> texts() {
        Map<String, String> texts = recommendationTexts();
        put(texts, "purpose", purpose);
        put(texts, "measures", measures);
        put(texts, "result", result);
        put(texts, "healthProfile", healthProfile);
        put(texts, "careNeed", careNeed);
        put(texts, "careNeedMet", careNeedMet);
        return texts;
    }

    Map<String, String> recommendationTexts() {
        return recommendations.stream()
                .collect(Collectors.toMap(
                        one -> "recommendation" + one.number(), ReferralBack.Recommendation::recommendation));
    }

    /** From the third on, in their order, for the document. */
    List<String> moreRecommendations() {
        return recommendations.stream()
                .map(ReferralBack.Recommendation::recommendation)
                .skip(2)
                .toList();
    }

    private static void put(Map<String, String> texts, String key, @Nullable String text) {
        if (text != null) {
            texts.put(key, text);
        }
    }
}
