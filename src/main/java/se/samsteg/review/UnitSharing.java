package se.samsteg.review;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Attendances;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Information;
import se.samsteg.person.Persons;

/** What a unit may be told of participants today: asked anew each time something is shown. */
@Component
class UnitSharing {

    private final CaseFiles cases;
    private final Consents consents;
    private final Persons persons;
    private final Attendances attendances;

    UnitSharing(CaseFiles cases, Consents consents, Persons persons, Attendances attendances) {
        this.cases = cases;
        this.consents = consents;
        this.persons = persons;
        this.attendances = attendances;
    }

    /** Why a participant is on the unit's list as a number only, in Swedish; null if the plan may be shown. */
    @Nullable
    String whyNumberOnly(String caseNumber) {
        if (persons.of(caseNumber).protectedIdentity()) {
            return "Skyddade personuppgifter";
        }
        return cases.get(caseNumber).open() ? whyNot(caseNumber, Information.PLAN) : "Avslutat ärende";
    }

    /** Why the unit's authority may not be told, in Swedish; null if it may. Attendance is more than a consent. */
    @Nullable
    String whyNot(String caseNumber, Information information) {
        if (information == Information.ATTENDANCE) {
            return attendances.whyNotShared(cases.get(caseNumber));
        }
        return consents.of(caseNumber).whyNot(cases.get(caseNumber).authority(), information);
    }

    boolean may(String caseNumber, Information information) {
        return whyNot(caseNumber, information) == null;
    }

    /** Those of whom more than the number may be shown. */
    List<String> shown(Collection<String> caseNumbers) {
        return caseNumbers.stream().filter(one -> whyNumberOnly(one) == null).toList();
    }
}
