package se.samsteg.conference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.ChosenCoach;
import se.samsteg.casefile.FactOf;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * What the four authorities decided on a referral. None leaves the conference without a joint recommendation, a plan or
 * a question to the caseworker who referred.
 *
 * @param criteriaConfirmed yes or no
 * @param decision admit, complete or recommend
 * @param complexity 1, 2 or 3
 * @param notTakenInReason code of the programme's list, why the person is not taken in; null in assessments from before it was asked
 */
@FactOf("conference-assessment")
record Assessment(
        String assessment,
        String criteriaConfirmed,
        @Nullable String criteriaComment,
        String decision,
        @Nullable String missing,
        @Nullable String coach,
        @Nullable String ceilingReason,
        @Nullable String deputy,
        @Nullable String complexity,
        @Nullable String preliminaryPlan,
        @Nullable String notTakenInReason,
        @Nullable String recommendation,
        @Nullable String jointPlan) {

    @OptionsOf("conference-assessment.decision")
    enum Decision implements Code {
        ADMIT,
        COMPLETE,
        RECOMMEND
    }

    Assessment {
        List<String> violations = new ArrayList<>();
        if (YesNo.NO.is(criteriaConfirmed)) {
            require(criteriaComment, "Vad stämmer inte?: skriv vad i remissen som inte stämmer.", violations);
        }
        if (Decision.COMPLETE.is(decision)) {
            require(missing, "Vad saknas?: skriv vad handläggaren ska komplettera.", violations);
        } else if (Decision.ADMIT.is(decision)) {
            violations.addAll(new ChosenCoach(coach, ceilingReason, deputy, complexity).missing());
            require(preliminaryPlan, "Preliminär plan: den som antas ska ha en plan.", violations);
        } else {
            require(recommendation, "Gemensam rekommendation: ingen remiss lämnar mötet utan en.", violations);
        }
        violations.addAll(new ChosenCoach(coach, ceilingReason, deputy, complexity).contradictions());
        if (!violations.isEmpty()) {
            throw new Refused(violations);
        }
    }

    private static void require(@Nullable String value, String otherwise, List<String> violations) {
        if (value == null || value.isBlank()) {
            violations.add(otherwise);
        }
    }

    /** Who is to be the coach of a person who is admitted. */
    ChosenCoach chosen() {
        return new ChosenCoach(coach, ceilingReason, deputy, complexity);
    }
}
