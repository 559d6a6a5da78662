package se.samsteg.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.AppointmentRecorded;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.coaching.TalkRecorded;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.group.SessionRecorded;
import se.samsteg.programme.Programmes;

/**
 * Counts who came and who did not. Every agreed meeting with staff counts; illness, valid reasons and times that staff
 * moved never do.
 */
@Component
class Count {

    private final NoShows noShows;
    private final Responses responses;
    private final Facts facts;
    private final CasePhase casefile;
    private final Programmes programmes;
    private final Clock clock;

    Count(NoShows noShows, Responses responses, Facts facts, CasePhase casefile, Programmes programmes, Clock clock) {
        this.noShows = noShows;
        this.responses = responses;
        this.facts = facts;
        this.casefile = casefile;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** A recorded talk, read without coaching's rules. */
    @FactOf("coaching-talk")
    record Talk(
            String outcome,
            @Nullable LocalDate nextTalk,
            @Nullable Boolean beginExit) {

        @OptionsOf("coaching-talk.outcome")
        enum Outcome implements Code {
            HELD,
            ABSENT
        }
    }

    /** Takes up the talk that was recorded last. */
    @EventListener
    void on(TalkRecorded event) {
        String caseNumber = event.caseNumber();
        var talks = facts.all(caseNumber, Talk.class);
        Talk talk = talks.get(talks.size() - 1).content();
        if (Talk.Outcome.HELD.is(talk.outcome())) {
            came(caseNumber, "coaching-talk");
        } else if (Talk.Outcome.ABSENT.is(talk.outcome()) && !Boolean.TRUE.equals(talk.beginExit())) {
            noShows.lock(Set.of(caseNumber));
            missed(caseNumber, Missed.TALK, booked(talks), null);
        }
    }

    /** The day of the last talk as it was booked; today where none was. */
    private LocalDate booked(List<Facts.Entry<Talk>> talks) {
        LocalDate today = LocalDate.now(clock);
        LocalDate booked =
                talks.size() == 1 ? null : talks.get(talks.size() - 2).content().nextTalk();
        return booked == null || booked.isAfter(today) ? today : booked;
    }

    /** Takes up the roll call of a session. */
    @EventListener
    void on(SessionRecorded event) {
        Map<String, String> rollCall = event.rollCall();
        noShows.lock(rollCall.keySet());
        having(rollCall, Set.of(Attendance.ABSENT))
                .forEach(caseNumber -> missed(caseNumber, Missed.SESSION, event.day(), null));
        returned(having(rollCall, Set.of(Attendance.TOOK_PART, Attendance.PRESENT)), null);
    }

    private static List<String> having(Map<String, String> rollCall, Set<Attendance> attendance) {
        return rollCall.entrySet().stream()
                .filter(entry -> attendance.stream().anyMatch(one -> one.is(entry.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Takes up any other agreed meeting. */
    @EventListener
    void on(AppointmentRecorded event) {
        if (event.came()) {
            came(event.caseNumber(), event.meeting().form());
        } else {
            noShows.lock(Set.of(event.caseNumber()));
            missed(event.caseNumber(), Missed.of(event.meeting().code()), event.day(), null);
        }
    }

    /**
     * Counts a no-show and begins what follows on it; the case is locked. While care comes first nothing counts.
     *
     * @param within the process whose last step this is, which is no answer to it; null for none
     */
    void missed(String caseNumber, Missed meeting, LocalDate day, @Nullable String within) {
        if (noShows.paused(caseNumber, day)) {
            return;
        }
        String id = noShows.add(caseNumber, meeting, day).toString();
        Response response = Response.to(
                noShows.counting(caseNumber).size(),
                programmes.of(caseNumber).absence(),
                casefile.exiting(caseNumber),
                like -> responses.open(caseNumber, like, within));
        responses.begin(caseNumber, id, response);
    }

    private void came(String caseNumber, String kind) {
        noShows.lock(Set.of(caseNumber));
        returned(Set.of(caseNumber), kind);
    }

    /** Ends the outreach of the participants who came; without an open outreach nothing happens. */
    private void returned(Collection<String> came, @Nullable String kind) {
        responses.endOutreach(came).forEach(caseNumber -> noShows.reset(caseNumber, "returned", kind));
    }
}
