package se.samsteg.conference;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CoachAppointments;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Refused;
import se.samsteg.meeting.CaseAgenda;

/** What the conference decides on a referral: an admission to a coach, a question to the caseworker, another way. */
@Component
class Assessing {

    private final Facts facts;
    private final CaseAgenda agenda;
    private final CoachAppointments appointments;
    private final Assessors assessors;

    Assessing(Facts facts, CaseAgenda agenda, CoachAppointments appointments, Assessors assessors) {
        this.facts = facts;
        this.agenda = agenda;
        this.appointments = appointments;
        this.assessors = assessors;
    }

    /** The conference if all of it may know of the referral, the leads if none of it may. */
    List<String> groups(String caseNumber) {
        return assessors.of(caseNumber).groups();
    }

    /** The members that may know of the referral, where not all of them may. */
    List<String> members(String caseNumber) {
        return assessors.of(caseNumber).users();
    }

    /** The coaches as choices of a form, those who fit best first. */
    List<Map<String, String>> coaches(String caseNumber) {
        return appointments.choices(caseNumber);
    }

    /** Brings the coaches' loads up to date. */
    void showCoaches(DelegateTask task) {
        appointments.show(task);
    }

    /**
     * Records what was decided and, if the person is admitted, appoints the coach.
     *
     * @throws Refused if something is missing, or the coach passes the ceiling and no reason is given
     */
    void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Assessment assessment = facts.record(task, Assessment.class);
        if (Assessment.Decision.ADMIT.is(assessment.decision())) {
            appointments.appoint(caseNumber, assessment.chosen());
        }
        agenda.assessed(caseNumber);
    }

    /** What the conference asked the caseworker for. */
    @Nullable
    String missing(String caseNumber) {
        return facts.latest(caseNumber, Assessment.class).orElseThrow().missing();
    }

    /** Records what the caseworker answered. */
    void recordCompletion(DelegateTask task) {
        facts.record(task, Completion.class);
    }
}
