package se.samsteg.coaching;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * How the first weeks went.
 *
 * @param startedAsPlanned yes, partly or no
 */
record CheckIn(
        String startedAsPlanned,
        String experience,
        @Nullable String adjustment) {

    CheckIn {
        if (!"yes".equals(startedAsPlanned) && adjustment == null) {
            throw new Refused("Vad behöver ändras?: fyll i när något inte har kommit i gång.");
        }
    }
}
