package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samsteg.form.Forms;
import se.samsteg.person.Person;
import se.samsteg.programme.Programmes;

/** A case that is under way, for tests of what comes after enrolment. */
@Component
public class EnrolledCase {

    private final CaseFiles cases;
    private final Consents consents;
    private final Facts facts;
    private final Programmes programmes;

    EnrolledCase(CaseFiles cases, Consents consents, Facts facts, Programmes programmes) {
        this.cases = cases;
        this.consents = consents;
        this.facts = facts;
        this.programmes = programmes;
    }

    /**
     * Opens a case at SamBorådet, referred by handlaggare.fk; all authorities may know all of it for two years.
     *
     * @return the case number
     */
    public String open(String coach, LocalDate enrolledOn) {
        return openIn("samboradet", "handlaggare.fk", "fk", coach, enrolledOn);
    }

    /** As {@link #open}, at another programme. */
    public String openIn(String programme, String caseworker, String authority, String coach, LocalDate enrolledOn) {
        Person person = new Person(
                UUID.randomUUID(),
                null,
                "saknas i provet",
                LocalDate.of(1985, 5, 17),
                "Åsa",
                "Öberg",
                "woman",
                "0127",
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                false);
        String caseNumber = cases.open(programmes.get(programme), person, caseworker, authority)
                .caseNumber();
        consents.give(
                caseNumber,
                List.of("af", "fk", "soc", "region"),
                List.of("referral", "health", "plan", "attendance"),
                enrolledOn.plusYears(2),
                "written");
        cases.appointCoach(caseNumber, coach, null, 1);
        cases.enrol(caseNumber, enrolledOn);
        return caseNumber;
    }

    /** Records what another phase would have recorded. */
    public void has(String caseNumber, String kind, Record content) {
        has(caseNumber, kind, "test", content);
    }

    /** As {@link #has}, written in a version of the form. */
    public void has(String caseNumber, String kind, String version, Record content) {
        facts.append(caseNumber, null, new Forms.Filled(kind, version, Map.of()), content);
    }

    /** As {@link #has}, about something that is no case: a group, a handover. */
    public void hasAbout(String subject, String kind, Record content) {
        facts.append(null, subject, new Forms.Filled(kind, "test", Map.of()), content);
    }
}
