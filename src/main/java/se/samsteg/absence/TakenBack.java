package se.samsteg.absence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.group.AttendanceCorrected;
import se.samsteg.group.SessionRecorded;
import se.samsteg.programme.Programmes;
import se.samsteg.rectification.FactCorrected;

/** A no-show that was recorded by mistake does not count, and what was begun on it ends. */
@Component
class TakenBack {

    private final NoShows noShows;
    private final Responses responses;
    private final Count count;
    private final Programmes programmes;

    TakenBack(NoShows noShows, Responses responses, Count count, Programmes programmes) {
        this.noShows = noShows;
        this.responses = responses;
        this.count = count;
        this.programmes = programmes;
    }

    @EventListener
    void on(FactCorrected corrected) {
        String caseNumber = corrected.caseNumber();
        noShows.lock(Set.of(caseNumber));
        takeBack(caseNumber, noShows.wronglyRecorded(caseNumber), "rectification-correction");
    }

    /** The session counts as it should have been. */
    @EventListener
    void on(AttendanceCorrected corrected) {
        String caseNumber = corrected.caseNumber();
        noShows.lock(Set.of(caseNumber));
        if (Attendance.ABSENT.is(corrected.was())) {
            takeBack(caseNumber, noShows.ofSession(caseNumber, corrected.day()), "participation-change");
        }
        count.on(new SessionRecorded(corrected.day(), Map.of(caseNumber, corrected.attendance())));
    }

    private void takeBack(String caseNumber, List<UUID> wrong, String kind) {
        wrong.forEach(id -> noShows.excuse(id, kind));
        wrong.forEach(responses::endOf);
        if (!wrong.isEmpty()
                && noShows.counting(caseNumber).size()
                        < programmes.of(caseNumber).absence().contactAuthorityAt()) {
            responses.endContact(caseNumber);
        }
    }
}
