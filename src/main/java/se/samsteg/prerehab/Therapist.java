package se.samsteg.prerehab;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Role;

/** The occupational therapist who agreed a time with the participant. */
@Component
class Therapist {

    private final Assessments assessments;
    private final Programmes programmes;
    private final Colleagues colleagues;

    Therapist(Assessments assessments, Programmes programmes, Colleagues colleagues) {
        this.assessments = assessments;
        this.programmes = programmes;
        this.colleagues = colleagues;
    }

    /** User id; null if who booked is not, or no longer, a therapist of the association. */
    @Nullable
    String of(String caseNumber) {
        String user = assessments.bookedBy(caseNumber);
        String tenant = programmes.of(caseNumber).tenant();
        return user != null && colleagues.worksAs(Role.OCCUPATIONAL_THERAPIST, tenant, user) ? user : null;
    }
}
