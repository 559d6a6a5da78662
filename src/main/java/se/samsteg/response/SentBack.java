package se.samsteg.response;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Numbered;

/** The approved återremiss, as those who receive and answer it read it. */
@FactOf("exit-referral-back")
record SentBack(
        @Nullable String purpose,
        @Nullable String measures,
        @Nullable String result,
        @Numbered List<Recommendation> recommendations,
        @Nullable String healthProfile,
        @Nullable String careNeed,
        @Nullable String careNeedMet) {

    record Recommendation(int number, String recommendation) {}

    /** The texts there are, by the keys of the form that shows them. */
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
        Map<String, String> texts = new HashMap<>();
        recommendations.forEach(one -> texts.put("recommendation" + one.number, one.recommendation));
        return texts;
    }

    private static void put(Map<String, String> texts, String key, @Nullable String text) {
        if (text != null) {
            texts.put(key, text);
        }
    }
}
