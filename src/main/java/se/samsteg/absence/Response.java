package se.samsteg.absence;

import java.util.Locale;
import java.util.function.Predicate;
import se.samsteg.programme.Settings;

/** What the programme does when a participant did not come. */
enum Response {
    HOME_VISIT,
    CONTACT_AUTHORITY,
    OUTREACH,
    NONE;

    /**
     * A ladder begins with a home visit and leads to the referring authority; outreach lasts until the participant is
     * back. A response that is open is not opened twice, however often the participant stays away.
     *
     * <p>While the exit runs there is nothing more to decide with the authority: the coach goes to see the participant again.
     *
     * @param count no-shows that count, with this one
     * @param exiting whether the exit runs, during which talks, group and placement go on
     * @param open whether such a response is under way in the case
     */
    static Response to(int count, Settings.Absence settings, boolean exiting, Predicate<Response> open) {
        Response response;
        if (seeksOut(settings)) {
            response = OUTREACH;
        } else if (count >= settings.contactAuthorityAt()) {
            response = exiting ? HOME_VISIT : CONTACT_AUTHORITY;
        } else {
            response = count == 1 ? HOME_VISIT : NONE;
        }
        return response == NONE || open.test(response) ? NONE : response;
    }

    /** Whether a programme seeks out those who stay away, instead of a ladder of steps. */
    static boolean seeksOut(Settings.Absence settings) {
        return settings.response().equals("outreach");
    }

    /** As the model's gateways ask for it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
