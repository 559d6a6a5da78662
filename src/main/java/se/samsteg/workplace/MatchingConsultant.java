package se.samsteg.workplace;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/** The employment consultant who matched a participant with a workplace. */
@Component
class MatchingConsultant {

    private final Facts facts;
    private final Programmes programmes;
    private final Colleagues colleagues;

    MatchingConsultant(Facts facts, Programmes programmes, Colleagues colleagues) {
        this.facts = facts;
        this.programmes = programmes;
        this.colleagues = colleagues;
    }

    /** User id; null if the matching user is not, or no longer, a consultant of the association. */
    @Nullable
    String of(String caseNumber) {
        String tenant = programmes.of(caseNumber).tenant();
        return facts.all(caseNumber, Matching.Found.class).stream()
                .reduce((first, second) -> second)
                .map(Facts.Entry::by)
                .filter(user -> Role.EMPLOYMENT_CONSULTANT.among(colleagues.groups(user, tenant)))
                .orElse(null);
    }
}
