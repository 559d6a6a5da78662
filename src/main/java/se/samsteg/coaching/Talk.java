package se.samsteg.coaching;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.Numbered;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A coach's talk, held or not.
 *
 * @param outcome held, moved (by staff), excused or absent (a no-show)
 * @param measured whether the participant rated the own situation, which is not asked each time
 * @param physicalHealth and the other scales: 0 is worst and 10 best, in the participant's own view, or why it is missing;
 *     null where the participant did not rate
 * @param undoExit takes a running exit back, and why
 * @param lastTalk none follows before the exit date; only while an exit runs
 * @param talkIntervalWeeks a new interval between talks; null keeps the one in force
 */
record Talk(
        String outcome,
        @Nullable Boolean measured,
        @Nullable String instrument,
        @Nullable String instrumentVersion,
        @Nullable String physicalHealth,
        @Nullable String mentalHealth,
        @Nullable String socialHealth,
        @Nullable String motivation,
        @Nullable String structure,
        @Nullable String selfEsteem,
        @Nullable String responsibility,
        @Nullable String swedish,
        @Nullable String readiness,
        @Nullable String commitmentsKept,
        @Nullable String note,
        @Numbered("promise") List<Told> promises,
        @Nullable Boolean beginExit,
        @Nullable String exitReason,
        @Nullable Boolean undoExit,
        @Nullable String undoReason,
        @Nullable Boolean lastTalk,
        @Nullable LocalDate nextTalk,
        @Nullable LocalTime nextTalkAt,
        @Nullable String nextTalkPlace,
        @Nullable Integer talkIntervalWeeks) {

    @OptionsOf("coaching-talk.outcome")
    enum Outcome implements Code {
        HELD,
        MOVED,
        EXCUSED,
        ABSENT
    }

    /**
     * What another party has promised, as the participant tells.
     *
     * @param by af, fk, soc, region or other
     */
    record Told(
            int number,
            @Nullable String what,
            @Nullable String by,
            @Nullable LocalDate date) {

        boolean incomplete() {
            return what == null || by == null || date == null;
        }
    }

    Talk {
        List<String> wrong = new ArrayList<>();
        boolean held = Outcome.HELD.is(outcome);
        if (held && commitmentsKept == null) {
            wrong.add("Hölls det ni kom överens om förra gången?: fyll i när samtalet hölls.");
        } else if (!held && (commitmentsKept != null || Boolean.TRUE.equals(measured))) {
            wrong.add("Hur gick det?: svaren hör till ett samtal som hölls.");
        }
        promises.stream()
                .filter(Told::incomplete)
                .forEach(told ->
                        wrong.add("Löfte %d: ange vad som är utlovat, av vem och till när, eller lämna allt tomt."
                                .formatted(told.number)));
        if (Boolean.TRUE.equals(undoExit)) {
            if (Boolean.TRUE.equals(beginExit)) {
                wrong.add("Börja utslussning: det går inte att börja och ångra utslussningen i samma samtal.");
            }
            if (undoReason == null) {
                wrong.add("Varför ångras utslussningen?: fyll i skälet.");
            }
        }
        if (Boolean.TRUE.equals(beginExit)) {
            if (exitReason == null) {
                wrong.add("Varför är det dags för utslussning?: fyll i skälet.");
            }
        } else if (nextTalk == null && !Boolean.TRUE.equals(lastTalk)) {
            wrong.add("Nästa samtal: boka en tid. Inget samtal slutar utan att nästa är bokat.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused if the next talk is not after the day this one is recorded */
    void recordedOn(LocalDate today) {
        if (nextTalk != null && !nextTalk.isAfter(today)) {
            throw new Refused("Nästa samtal: välj ett datum efter i dag.");
        }
    }
}
