package se.samsteg.conference;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;

/** The referrals of the cases, and what they say in the words of the form. */
@Component
class Referrals {

    private static final String FORM = "referral-referral";

    private final Facts facts;
    private final FormTexts texts;

    Referrals(Facts facts, FormTexts texts) {
        this.facts = facts;
        this.texts = texts;
    }

    Referral get(String caseNumber) {
        return find(caseNumber).orElseThrow();
    }

    Optional<Referral> find(String caseNumber) {
        return facts.latest(caseNumber, Referral.class);
    }

    /** Sources, since when, degree and length of the sick leave: a line each. */
    String livelihood(String caseNumber) {
        return text(caseNumber, "livelihoodSources", "onSupportSince", "sickLeaveDegree", "sickLeaveSince");
    }

    /** Answers under the labels of the form, a line each; what was not answered is left out. */
    String text(String caseNumber, String... keys) {
        return facts.last(caseNumber, FORM)
                .map(fact -> {
                    FormText form = texts.of(FORM, fact.formVersion()).orElseThrow();
                    return Stream.of(keys)
                            .flatMap(key -> form.line(key, fact.content()).stream())
                            .collect(Collectors.joining("\n"));
                })
                .orElse("");
    }
}
