package se.samsteg.admission;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;

/** What the decision about the rank in the queue reads. */
@Component
class Priority {

    private final Persons persons;
    private final Facts facts;
    private final Programmes programmes;
    private final Clock clock;

    Priority(Persons persons, Facts facts, Programmes programmes, Clock clock) {
        this.persons = persons;
        this.facts = facts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** In whole years today; null if the birth date is not known. */
    @Nullable
    Integer age(String caseNumber) {
        return persons.of(caseNumber).ageOn(LocalDate.now(clock));
    }

    @FactOf("referral-referral")
    private record Support(@Nullable Boolean childrenToSupport) {}

    boolean childrenToSupport(String caseNumber) {
        return facts.latest(caseNumber, Support.class)
                .map(Support::childrenToSupport)
                .orElse(false);
    }

    boolean parentsFirst(String caseNumber) {
        return programmes.of(caseNumber).waiting().parentsFirst();
    }
}
