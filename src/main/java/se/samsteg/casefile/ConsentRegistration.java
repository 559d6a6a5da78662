package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsteg.form.Refused;

/**
 * The one way to register a consent. Once the participant has taken back what an authority may know, only the case's coach
 * or lead registers anything for that authority again: the authority's own staff cannot give themselves what was taken.
 */
@Component
public class ConsentRegistration {

    private final Consents consents;
    private final CaseFiles cases;
    private final OwnCases own;

    ConsentRegistration(Consents consents, CaseFiles cases, OwnCases own) {
        this.consents = consents;
        this.cases = cases;
        this.own = own;
    }

    /**
     * Registers what the participant allows.
     *
     * @param authorities af, fk, soc, region
     * @param information codes of the form's types of information
     * @param manner written or oral
     * @throws Refused if that is for the coach or lead to do
     */
    public void give(
            String caseNumber, List<String> authorities, List<String> information, LocalDate until, String manner) {
        consents.lock(caseNumber);
        if (needsCoachOrLead(caseNumber, authorities) && !own.wholly(cases.get(caseNumber))) {
            throw new Refused(
                    "Samtycke: deltagaren har återkallat ett samtycke. Bara coachen eller projektledaren kan registrera ett nytt.");
        }
        consents.give(caseNumber, authorities, information, until, manner);
    }

    /** As {@link #give}, for the authorities and types of information of terms. */
    public void renew(String caseNumber, List<Consents.Term> terms, LocalDate until, String manner) {
        terms.stream()
                .collect(Collectors.groupingBy(
                        Consents.Term::authority, Collectors.mapping(Consents.Term::information, Collectors.toList())))
                .forEach((authority, information) -> give(caseNumber, List.of(authority), information, until, manner));
    }

    /** Whether only the case's coach or lead may register consents for one of the authorities. */
    public boolean needsCoachOrLead(String caseNumber, Collection<String> authorities) {
        return consents.everWithdrawn(caseNumber, authorities);
    }
}
