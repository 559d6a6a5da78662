package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A coach's talk, held or not.
 *
 * @param outcome held, moved (by staff), excused or absent (a no-show)
 * @param step where on the programme's ladder the participant is
 * @param health and the other scales: 0 is worst and 10 best, in the participant's own view; only when the talk was held
 * @param undoExit takes a running exit back, and why
 * @param talkIntervalWeeks a new interval between talks; null keeps the one in force
 */
record Talk(
        String outcome,
        String step,
        @Nullable Integer health,
        @Nullable Integer motivation,
        @Nullable Integer structure,
        @Nullable Integer socialContacts,
        @Nullable Integer readiness,
        @Nullable String commitmentsKept,
        @Nullable String note,
        @Nullable Boolean beginExit,
        @Nullable String exitReason,
        @Nullable Boolean undoExit,
        @Nullable String undoReason,
        @Nullable LocalDate nextTalk,
        @Nullable Integer talkIntervalWeeks) {

    @OptionsOf("coaching-talk.outcome")
    enum Outcome implements Code {
        HELD,
        MOVED,
        EXCUSED,
        ABSENT
    }

    Talk {
        List<String> wrong = new ArrayList<>();
        boolean held = Outcome.HELD.is(outcome);
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("Hälsa", health);
        answers.put("Motivation", motivation);
        answers.put("Struktur i vardagen", structure);
        answers.put("Sociala kontakter", socialContacts);
        answers.put("Beredskap för arbete eller studier", readiness);
        answers.put("Hölls det ni kom överens om förra gången?", commitmentsKept);
        answers.forEach((label, answer) -> {
            if (held && answer == null) {
                wrong.add(label + ": fyll i när samtalet hölls.");
            } else if (!held && answer != null) {
                wrong.add(label + ": lämna tomt när samtalet inte hölls.");
            }
        });
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
        } else if (nextTalk == null) {
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
