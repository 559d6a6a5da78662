package se.samsteg.casefile;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.Settings.Performer;
import se.samsteg.programme.Settings.Staffing;
import se.samsteg.staff.Colleagues;

/** To whom work comes that one programme gives to each case's coach and another to a group of specialists. */
@Component
public class Performing {

    private final CaseFiles cases;
    private final Programmes programmes;
    private final Colleagues colleagues;

    Performing(CaseFiles cases, Programmes programmes, Colleagues colleagues) {
        this.cases = cases;
        this.programmes = programmes;
        this.colleagues = colleagues;
    }

    /**
     * User id of the acting coach where the coach does the work; null where specialists do, of whom one takes the task.
     *
     * @param work which of the programme's settings names the role
     */
    public @Nullable String coach(String caseNumber, Function<Staffing, Performer> work) {
        return performer(caseNumber, work).isCoach() ? cases.actingCoach(caseNumber) : null;
    }

    /**
     * As {@link #coach}; where specialists do the work, the one who began it, or null if that user does not, or no longer,
     * work as one of them.
     *
     * @param begunBy user id; null if there is none
     */
    public @Nullable String goesOn(String caseNumber, Function<Staffing, Performer> work, @Nullable String begunBy) {
        Performer performer = performer(caseNumber, work);
        if (performer.isCoach()) {
            return cases.actingCoach(caseNumber);
        }
        String tenant = programmes.of(caseNumber).tenant();
        return begunBy != null && colleagues.groups(begunBy, tenant).contains(performer.role()) ? begunBy : null;
    }

    private Performer performer(String caseNumber, Function<Staffing, Settings.Performer> work) {
        return work.apply(programmes.of(caseNumber).staffing());
    }
}
