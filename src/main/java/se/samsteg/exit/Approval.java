package se.samsteg.exit;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * The lead's decision on an återremiss.
 *
 * @param decision approve or send-back
 */
record Approval(String decision, @Nullable String changeRequest) {

    Approval {
        if ("send-back".equals(decision) && changeRequest == null) {
            throw new Refused("Vad ska ändras?: fyll i när återremissen skickas tillbaka.");
        }
    }

    boolean approved() {
        return "approve".equals(decision);
    }
}
