package se.samsteg.retention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * What the lead says of the files that are due.
 *
 * @param hold the first case numbers of the files that stay this time
 * @param reason why they do: requested, dispute, participant or other; null if none does
 * @param confirmed that what is not held may go for good
 */
record Review(List<String> hold, @Nullable String reason, boolean confirmed) {

    /** @throws Refused if it is not confirmed */
    Review {
        hold = List.copyOf(hold);
        if (!confirmed) {
            throw new Refused(
                    "Bekräftelse: kryssa för att du har granskat listan. Det som gallras går inte att få tillbaka.");
        }
    }
}
