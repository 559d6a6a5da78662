package se.samsteg.prerehab;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Performing;
import se.samsteg.programme.Settings.Staffing;

/** Who assesses a participant's need of support: a therapist, or the coach where the programme says so. */
@Component
class Therapist {

    private final Assessments assessments;
    private final Performing performing;

    Therapist(Assessments assessments, Performing performing) {
        this.assessments = assessments;
        this.performing = performing;
    }

    /** User id of the coach where coaches assess; otherwise null. */
    @Nullable
    String coach(String caseNumber) {
        return performing.coach(caseNumber, Staffing::assessment);
    }

    /** User id of the coach, or of the therapist who agreed a time; null if that user is no therapist any more. */
    @Nullable
    String of(String caseNumber) {
        return performing.goesOn(caseNumber, Staffing::assessment, assessments.bookedBy(caseNumber));
    }
}
