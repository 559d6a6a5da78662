package se.samsteg.casefile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Json;

/** What the referral of a case says as it stands, by the keys that its programme has in the form. */
@Component
public class ReferralAnswers {

    private static final String REFERRAL = "referral-referral";
    private static final String CORRECTION = "referral-correction";

    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final Facts facts;
    private final FormTexts texts;

    ReferralAnswers(Facts facts, FormTexts texts) {
        this.facts = facts;
        this.texts = texts;
    }

    /**
     * The answers by the form's keys, those of a correction instead of the first ones. Days are ISO dates; an empty map
     * where there is no referral.
     */
    public Map<String, @Nullable Object> of(String caseNumber) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        Stream.of(REFERRAL, CORRECTION)
                .flatMap(form -> facts.last(caseNumber, form).stream())
                .map(fact -> Json.MAPPER.convertValue(fact.content(), ANSWERS))
                .forEach(said -> said.forEach((key, answer) -> {
                    if (answer != null) {
                        answers.put(key, answer);
                    }
                }));
        return answers;
    }

    /** The answers in the words of the forms, a line each. Who the person is stands in the register of persons instead. */
    public String text(String caseNumber) {
        return Stream.of(REFERRAL, CORRECTION)
                .flatMap(form -> facts.last(caseNumber, form).stream().flatMap(fact -> lines(form, fact)))
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> lines(String form, Facts.Entry<JsonNode> fact) {
        FormText text = texts.of(form, fact.formVersion()).orElseThrow();
        return text.fields().stream()
                .filter(field -> !field.shownOnly())
                .flatMap(field -> text.line(field.key(), fact.content()).stream());
    }
}
