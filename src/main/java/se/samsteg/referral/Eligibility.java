package se.samsteg.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Json;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What a referral says of the programme's criteria as it stands now, and which of them are unmet. */
@Component
class Eligibility {

    private static final String REFERRAL = "referral-referral";
    private static final String CORRECTION = "referral-correction";

    private final Facts facts;
    private final Persons persons;
    private final Programmes programmes;
    private final FormTexts texts;
    private final DecisionService decisions;
    private final UnmetCriteria kept;
    private final Clock clock;

    Eligibility(
            Facts facts,
            Persons persons,
            Programmes programmes,
            FormTexts texts,
            @Lazy DecisionService decisions,
            UnmetCriteria kept,
            Clock clock) {
        this.texts = texts;
        this.facts = facts;
        this.persons = persons;
        this.programmes = programmes;
        this.decisions = decisions;
        this.kept = kept;
        this.clock = clock;
    }

    /** The key of the programme's decision. */
    String decision(String caseNumber) {
        return programmes.of(caseNumber).eligibility().decision();
    }

    /** What the programme's decision reads. */
    Object inputs(String caseNumber) {
        Settings programme = programmes.of(caseNumber);
        return current(caseNumber).inputs(programme, LocalDate.now(clock));
    }

    /** Every unmet criterion in Swedish. */
    List<String> unmet(String caseNumber) {
        return decisions
                .evaluateDecisionTableByKey(decision(caseNumber), Variables.putValue("criteria", inputs(caseNumber)))
                .collectEntries("unmet");
    }

    /**
     * Keeps which of them are unmet, to be counted.
     *
     * @param letThrough whether the lead lets the referral through all the same
     */
    void keep(String caseNumber, boolean letThrough) {
        kept.keep(caseNumber, unmet(caseNumber), letThrough);
    }

    Criteria current(String caseNumber) {
        Facts.Entry<JsonNode> sent = facts.last(caseNumber, REFERRAL).orElseThrow();
        Person person = persons.of(caseNumber);
        Set<String> asked = asked(sent.formVersion());
        // A decision names what it reads: an answer that was not given is there without a value.
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        asked.forEach(key -> answers.put(key, null));
        answers.putAll(Json.answers(sent.content()));
        Criteria criteria = new Criteria(person.birthDate(), person.municipality(), answers);
        return facts.last(caseNumber, CORRECTION)
                .map(correction -> criteria.correctedBy(Json.answers(correction.content()), asked))
                .orElse(criteria);
    }

    private Set<String> asked(String version) {
        return texts.of(REFERRAL, version).orElseThrow().fields().stream()
                .map(FormText.Field::key)
                .collect(Collectors.toSet());
    }
}
