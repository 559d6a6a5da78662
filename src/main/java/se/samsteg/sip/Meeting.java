package se.samsteg.sip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.Numbered;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * How a called meeting went: form {@code sip-meeting}. A plan states what is needed, who does what, what others than the
 * municipality and the region do, and which of these two has the overall responsibility.
 *
 * @param meetingResult held or not-held
 * @param noDecisionReason why a meeting that was held decided nothing
 * @param notHeldReason doctor-absent, cancelled, participant-ill, participant-absent or other
 * @param afterwards new-try or give-up, where it was not held
 */
record Meeting(
        String meetingResult,
        @Nullable LocalDate heldOn,
        List<String> attended,
        @Numbered("decision") List<Row> rows,
        @Nullable String noDecisionReason,
        @Nullable String responsible,
        @Nullable String othersDo,
        @Nullable String notHeldReason,
        @Nullable String cancelledBy,
        @Nullable String notHeldNote,
        @Nullable String afterwards,
        @Nullable String giveUpReason) {

    @OptionsOf("sip-meeting.meetingResult")
    enum Result implements Code {
        HELD
    }

    @OptionsOf("sip-meeting.notHeldReason")
    enum Obstacle implements Code {
        PARTICIPANT_ABSENT,
        OTHER
    }

    Meeting {
        if (Obstacle.OTHER.is(notHeldReason) && notHeldNote == null) {
            throw new Refused("Vad hände?: skriv varför mötet inte hölls.");
        }
    }

    @OptionsOf("sip-meeting.attended")
    enum Party implements Code {
        PARTICIPANT
    }

    /** Whether the participant was at the meeting. */
    boolean came() {
        return held() && attended.contains(Party.PARTICIPANT.code());
    }

    /** Whether it was not held because the participant did not come. */
    boolean missed() {
        return Obstacle.PARTICIPANT_ABSENT.is(notHeldReason);
    }

    /** What was decided, who sees to it and until when. */
    record Decision(int number, String what, String owner, LocalDate dueOn) {}

    boolean held() {
        return Result.HELD.is(meetingResult);
    }

    /**
     * The decisions of a meeting that was held.
     *
     * @throws Refused if there is none and no reason for that, or one lacks its owner or date, or is due before the meeting
     */
    List<Decision> decisions() {
        List<String> wrong = new ArrayList<>();
        if (rows.isEmpty() && noDecisionReason == null) {
            wrong.add("Varför fattades inget beslut?: skriv det, eller minst ett beslut med ansvarig och datum.");
        }
        for (Row row : rows) {
            if (!row.complete()) {
                wrong.add("Beslut %d: ange vad som ska göras, ansvarig och datum, eller lämna allt tomt."
                        .formatted(row.number));
            } else if (Objects.requireNonNull(row.date).isBefore(Objects.requireNonNull(heldOn))) {
                wrong.add("Beslut %d klart senast: ange mötets dag eller en senare dag.".formatted(row.number));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        return rows.stream().map(Row::decision).toList();
    }

    /** A decision as it was filled in. */
    record Row(
            int number,
            @Nullable String what,
            @Nullable String owner,
            @Nullable LocalDate date) {

        private boolean complete() {
            return what != null && owner != null && date != null;
        }

        private Decision decision() {
            return new Decision(
                    number, Objects.requireNonNull(what), Objects.requireNonNull(owner), Objects.requireNonNull(date));
        }
    }
}
