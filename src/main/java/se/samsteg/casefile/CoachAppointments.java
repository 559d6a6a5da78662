package se.samsteg.casefile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;

/** Appoints the coach of a case, whichever phase takes the person in. */
@Component
public class CoachAppointments {

    private final Coaches coaches;
    private final CaseFiles cases;
    private final Persons persons;
    private final Programmes programmes;

    CoachAppointments(Coaches coaches, CaseFiles cases, Persons persons, Programmes programmes) {
        this.coaches = coaches;
        this.cases = cases;
        this.persons = persons;
        this.programmes = programmes;
    }

    /** The coaches as choices of a form, those who fit best first. */
    public List<Map<String, String>> choices(String caseNumber) {
        return coaches.of(programmes.of(caseNumber), persons.of(caseNumber).language()).stream()
                .map(coach -> Map.of("label", coach.label(), "value", coach.user()))
                .toList();
    }

    /** Whom a rule would appoint, see {@link Coaches#leastLoaded}: user id; empty where no coach fits. */
    public Optional<String> leastLoaded(String caseNumber, int weight) {
        return coaches.leastLoaded(
                        programmes.of(caseNumber), persons.of(caseNumber).language(), weight)
                .map(Coaches.Coach::user);
    }

    /** Brings the loads up to date when a member of staff takes the task: others may have been admitted since it came. */
    public void show(DelegateTask task) {
        task.setVariable("coaches", Forms.shown(choices((String) task.getVariable("caseNumber"))));
    }

    /**
     * Admits the person to the chosen coach.
     *
     * @throws Refused if the chosen one is no coach here, passes the ceiling and no reason is given, or if the person is
     *     admitted in another open case of the programme
     */
    public void appoint(String caseNumber, ChosenCoach chosen) {
        String coach = Objects.requireNonNull(chosen.coach());
        coaches.find(programmes.of(caseNumber), coach)
                .orElseThrow(() -> new Refused("Coach: den valda personen är inte coach här."))
                .take(chosen.weight(), chosen.ceilingReason());
        cases.appointCoach(caseNumber, coach, chosen.deputy(), chosen.weight());
    }
}
