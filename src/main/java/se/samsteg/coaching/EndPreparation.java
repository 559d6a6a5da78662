package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

/**
 * What is left to do when the longest stay nears its end, and who takes over.
 *
 * @param moreTime yes or no; null in what was written before it was asked
 * @param extendedTo the new last day of the longest stay, where there is more time
 */
record EndPreparation(
        String remaining,
        String continuation,
        LocalDate plannedExit,
        @Nullable String moreTime,
        @Nullable LocalDate extendedTo,
        @Nullable String extensionReason) {

    EndPreparation {
        List<String> wrong = new ArrayList<>();
        if (YesNo.YES.is(moreTime)) {
            if (extendedTo == null) {
                wrong.add("Förlängs till och med: välj en dag.");
            }
            if (extensionReason == null) {
                wrong.add("Varför förlängs tiden?: fyll i skälet.");
            }
        } else if (extendedTo != null) {
            wrong.add("Förlängs till och med: lämna tomt när deltagaren inte behöver mer tid.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused if the extension does not go beyond the day on which the stay ends anyhow */
    void beyond(LocalDate end) {
        if (extendedTo != null && !extendedTo.isAfter(end)) {
            throw new Refused("Förlängs till och med: välj en dag efter %s, då programtiden tar slut.".formatted(end));
        }
    }
}
