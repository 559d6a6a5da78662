package se.samsteg.renewal;

import java.time.LocalDate;
import java.util.List;
import se.samsteg.form.Refused;

/**
 * What the participant allows from now on: form {@code renewal-consents}.
 *
 * @param authorities af, fk, soc, region
 * @param information referral, health, plan, attendance
 * @param manner written or oral
 */
record Given(String caseNumber, List<String> authorities, List<String> information, LocalDate until, String manner) {

    /** @throws Refused if the last day has passed */
    void checkOn(LocalDate today) {
        if (until.isBefore(today)) {
            throw new Refused("Samtycket gäller till och med: datumet har redan passerat.");
        }
    }
}
