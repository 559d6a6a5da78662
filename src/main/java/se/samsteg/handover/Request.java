package se.samsteg.handover;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * A programme lead begins to move a member of staff's cases: form {@code handover-request}.
 *
 * @param fromUser user id
 * @param why quits, long-absence, participants-wish or other
 */
record Request(String fromUser, String why, @Nullable String explanation) {

    @OptionsOf("handover-request.why")
    enum Why implements Code {
        QUITS,
        OTHER
    }

    Request {
        if (Why.OTHER.is(why) && (explanation == null || explanation.isBlank())) {
            throw new Refused("Förklaring: skriv varför ärendena byter medarbetare.");
        }
    }
}
