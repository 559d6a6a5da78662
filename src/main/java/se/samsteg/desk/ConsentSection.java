package se.samsteg.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Information;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;

/** The consents of a case as they are read in the tab Akten. */
@Component
class ConsentSection {

    private static final String REFERRAL = FactSection.REFERRAL.form();

    private final Consents consents;
    private final Facts facts;
    private final Colleagues names;
    private final FormTexts texts;
    private final Programmes programmes;
    private final Letter letter;

    ConsentSection(
            Consents consents, Facts facts, Colleagues names, FormTexts texts, Programmes programmes, Letter letter) {
        this.consents = consents;
        this.facts = facts;
        this.names = names;
        this.texts = texts;
        this.programmes = programmes;
        this.letter = letter;
    }

    /** Every consent with who registered it, the newest first. */
    Section of(String caseNumber) {
        List<Consents.Registered> all = consents.registered(caseNumber);
        Map<String, String> staff = names.names(all.stream()
                .map(Consents.Registered::registeredBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        FormText referral = facts.last(caseNumber, REFERRAL)
                .flatMap(fact -> texts.of(REFERRAL, fact.formVersion()))
                .orElseGet(() -> texts.get(REFERRAL));
        return Section.of(
                "Samtycken",
                all.stream().map(one -> line(caseNumber, one, staff, referral)).toArray(Section.Line[]::new));
    }

    /** What was not sent for want of consent, so that staff can pass on by other means what must be told. */
    Section stopped(String caseNumber) {
        return Section.of(
                "Stoppade brev",
                letter.stopped(caseNumber).stream()
                        .map(stopped -> Section.line(
                                stopped.title(), stopped.text(code -> programmes.authority(caseNumber, code))))
                        .toArray(Section.Line[]::new));
    }

    private Section.@Nullable Line line(
            String caseNumber, Consents.Registered consent, Map<String, String> staff, FormText referral) {
        String what = consent.information().stream()
                .map(code -> Information.of(code).label())
                .collect(Collectors.joining(", "));
        String by = consent.registeredBy();
        return Section.line(
                consent.on() + ", " + programmes.authority(caseNumber, consent.authority()),
                "%s, till och med %s. %s%s.%s"
                        .formatted(
                                what,
                                consent.lastDay(),
                                referral.option("consentManner", consent.manner()),
                                by == null ? "" : ", registrerat av " + staff.getOrDefault(by, by),
                                consent.withdrawnOn() == null ? "" : " Återkallat " + consent.withdrawnOn() + "."));
    }
}
