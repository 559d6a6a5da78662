package se.samsteg.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.YesNo;

/**
 * The participant takes back a consent: form {@code consent-withdrawal}.
 *
 * @param confirmed yes, or no and nothing more is asked; null in facts from before it was asked
 * @param authorities af, fk, soc, region: who may no longer be told
 * @param information referral, health, plan, attendance: what; none means all
 */
record Withdrawal(
        String caseNumber,
        @Nullable String confirmed,
        List<String> authorities,
        List<String> information,
        @Nullable String note) {

    boolean isConfirmed() {
        return YesNo.YES.is(confirmed);
    }
}
