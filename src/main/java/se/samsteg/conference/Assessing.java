package se.samsteg.conference;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Coaches;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Refused;
import se.samsteg.meeting.CaseAgenda;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;

/** What the conference decides on a referral: an admission to a coach, a question to the caseworker, another way. */
@Component
class Assessing {

    private final Facts facts;
    private final CaseAgenda agenda;
    private final Coaches coaches;
    private final CaseFiles cases;
    private final Persons persons;
    private final Programmes programmes;
    private final Assessors assessors;

    Assessing(
            Facts facts,
            CaseAgenda agenda,
            Coaches coaches,
            CaseFiles cases,
            Persons persons,
            Programmes programmes,
            Assessors assessors) {
        this.facts = facts;
        this.agenda = agenda;
        this.coaches = coaches;
        this.cases = cases;
        this.persons = persons;
        this.programmes = programmes;
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
        return coaches.of(programmes.of(caseNumber), persons.of(caseNumber).language()).stream()
                .map(coach -> Map.of("label", coach.label(), "value", coach.user()))
                .toList();
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
            appoint(caseNumber, assessment);
        }
        agenda.assessed(caseNumber);
    }

    private void appoint(String caseNumber, Assessment assessment) {
        String chosen = Objects.requireNonNull(assessment.coach());
        coaches.find(programmes.of(caseNumber), chosen)
                .orElseThrow(() -> new Refused("Coach: den valda personen är inte coach här."))
                .take(assessment.weight(), assessment.ceilingReason());
        cases.appointCoach(caseNumber, chosen, assessment.deputy(), assessment.weight());
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
