package se.samsteg.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A visit after the first no-show. It is itself missed where it was agreed and the participant was not at home.
 *
 * @param result met, other-contact, no-contact or absent
 * @param validReason whether the no-show had a valid reason after all, so that it does not count
 */
record HomeVisit(
        LocalDate visitedOn,
        String result,
        String note,
        @Nullable Boolean validReason,
        @Nullable String reason) {

    @OptionsOf("absence-home-visit.result")
    enum Result implements Code {
        ABSENT
    }

    HomeVisit {
        List<String> wrong = new ArrayList<>();
        if (Boolean.TRUE.equals(validReason) && reason == null) {
            wrong.add("Vilket skäl?: fyll i när uteblivandet hade ett giltigt skäl.");
        }
        if (!Boolean.TRUE.equals(validReason) && reason != null) {
            wrong.add("Vilket skäl?: lämna tomt när uteblivandet räknas.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    boolean excuses() {
        return Boolean.TRUE.equals(validReason);
    }

    boolean missed() {
        return Result.ABSENT.is(result);
    }

    /** @throws Refused if the visit is to come */
    void recordedOn(LocalDate today) {
        if (visitedOn.isAfter(today)) {
            throw new Refused("När försökte du?: ange i dag eller en dag som har varit.");
        }
    }
}
