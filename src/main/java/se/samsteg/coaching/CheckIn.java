package se.samsteg.coaching;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.form.YesNo;

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
        if (!YesNo.YES.is(startedAsPlanned) && adjustment == null) {
            throw new Refused("Vad behöver ändras?: fyll i när något inte har kommit i gång.");
        }
    }
}
