package se.samsteg.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * What the lead found in a sample of the access log.
 *
 * @param followUp ids of views that the viewer must explain
 * @param outcome in-order or follow-up
 * @param note what is followed up and by whom; null if all is in order
 */
record Review(
        List<String> followUp, String outcome, @Nullable String note) {

    @OptionsOf("audit-review.outcome")
    enum Outcome implements Code {
        IN_ORDER
    }

    /** @throws Refused if the marks and the outcome say different things */
    Review {
        followUp = List.copyOf(followUp);
        if (Outcome.IN_ORDER.is(outcome) != followUp.isEmpty()) {
            throw new Refused(
                    "Resultat: kryssa för de visningar som ska följas upp, eller inga om allt är i sin ordning.");
        }
    }
}
