package se.samsteg.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What a referral says of the programme's criteria as it stands now, and which of them are unmet. */
@Component
class Eligibility {

    private final Facts facts;
    private final Persons persons;
    private final Programmes programmes;
    private final DecisionService decisions;
    private final UnmetCriteria kept;
    private final Clock clock;

    Eligibility(
            Facts facts,
            Persons persons,
            Programmes programmes,
            @Lazy DecisionService decisions,
            UnmetCriteria kept,
            Clock clock) {
        this.facts = facts;
        this.persons = persons;
        this.programmes = programmes;
        this.decisions = decisions;
        this.kept = kept;
        this.clock = clock;
    }

    /** What the decision {@code eligibility} reads. */
    Object inputs(String caseNumber) {
        Settings programme = programmes.of(caseNumber);
        return current(caseNumber).inputs(programme, LocalDate.now(clock));
    }

    /** Every unmet criterion in Swedish. */
    List<String> unmet(String caseNumber) {
        return decisions
                .evaluateDecisionTableByKey("eligibility", Variables.putValue("criteria", inputs(caseNumber)))
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
        Sent received = facts.latest(caseNumber, Sent.class).orElseThrow();
        Person person = persons.of(caseNumber);
        Criteria sent = new Criteria(
                person.birthDate(),
                person.municipality(),
                received.authorities(),
                received.longLastingHealthProblems(),
                received.noFootholdOnLabourMarket());
        return facts.latest(caseNumber, Correction.class).map(sent::correctedBy).orElse(sent);
    }

    /** What the criteria ask of a stored referral. */
    @FactOf("referral-referral")
    private record Sent(
            List<String> authorities, boolean longLastingHealthProblems, boolean noFootholdOnLabourMarket) {}
}
