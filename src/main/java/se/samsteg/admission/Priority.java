package se.samsteg.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.ReferralAnswers;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;

/** What the decision about the rank in the queue reads, and which decision that is. */
@Component
class Priority {

    static final String AGE = "age";

    private final Persons persons;
    private final ReferralAnswers referrals;
    private final Programmes programmes;
    private final Clock clock;

    Priority(Persons persons, ReferralAnswers referrals, Programmes programmes, Clock clock) {
        this.persons = persons;
        this.referrals = referrals;
        this.programmes = programmes;
        this.clock = clock;
    }

    String decision(String caseNumber) {
        return programmes.of(caseNumber).waiting().decision();
    }

    /**
     * The answers of the referral by the form's keys; to a day also how many whole years ago it was, {@code <key>Years},
     * and to a list how many were chosen, {@code <key>Count}. The age in whole years is null if the birth date is not known.
     */
    Map<String, @Nullable Object> referred(String caseNumber) {
        LocalDate today = LocalDate.now(clock);
        Map<String, @Nullable Object> read = new HashMap<>();
        referrals.of(caseNumber).forEach((key, answer) -> {
            read.put(key, answer);
            if (answer instanceof Collection<?> chosen) {
                read.put(key + "Count", chosen.size());
            }
            day(answer)
                    .ifPresent(day ->
                            read.put(key + "Years", Period.between(day, today).getYears()));
        });
        read.put(AGE, persons.of(caseNumber).ageOn(today));
        return read;
    }

    private static Optional<LocalDate> day(@Nullable Object answer) {
        if (!(answer instanceof String text) || text.length() != "2026-03-04".length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
