package se.samsteg.exit;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * The lead's decision on an återremiss.
 *
 * @param decision approve or send-back
 */
record Approval(String decision, @Nullable String changeRequest) {

    @OptionsOf("exit-approval.decision")
    enum Decision implements Code {
        APPROVE,
        SEND_BACK
    }

    Approval {
        if (Decision.SEND_BACK.is(decision) && changeRequest == null) {
            throw new Refused("Vad ska ändras?: fyll i när återremissen skickas tillbaka.");
        }
    }

    boolean approved() {
        return Decision.APPROVE.is(decision);
    }
}
