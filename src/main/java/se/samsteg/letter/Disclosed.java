package se.samsteg.letter;

import java.util.Arrays;
import java.util.Optional;
import se.samsteg.casefile.Information;

/**
 * The letters that leave the programme for a recipient who acts for an authority: what each tells there, which the
 * participant must have allowed, and what the letter is called. A letter that is not here cannot be written to an
 * outsider.
 */
enum Disclosed {
    RECEIPT("referral-receipt", Information.REFERRAL, "Bekräftelse på remissen"),
    CORRECTION("referral-correction-reminder", Information.REFERRAL, "Påminnelse om att rätta remissen"),
    WITHDRAWN("referral-withdrawn", Information.REFERRAL, "Besked om att ärendet är avslutat före inskrivningen"),
    RETURNED("referral-returned", Information.REFERRAL, "Besked om återlämnad remiss"),
    COMPLETION("conference-completion", Information.REFERRAL, "Begäran om komplettering"),
    COMPLETION_REMINDER("conference-completion-reminder", Information.REFERRAL, "Påminnelse om komplettering"),
    RECOMMENDATION("conference-recommendation", Information.REFERRAL, "Gemensam rekommendation"),
    AGENDA("meeting-agenda", Information.REFERRAL, "Dagordning för utökat möte"),
    ADDITION("meeting-addition", Information.REFERRAL, "Tillägg till dagordningen för utökat möte"),
    TASKS("reminder-authority", Information.REFERRAL, "Påminnelse om uppgifter"),
    WAITING("admission-waiting", Information.REFERRAL, "Besked om väntan på plats"),
    DECLINED("admission-declined", Information.REFERRAL, "Besked om avböjd plats"),
    TALK("intake-booked", Information.REFERRAL, "Besked om bokat trepartssamtal"),
    NOT_TAKEN_IN("intake-not-taken-in", Information.REFERRAL, "Besked om remiss som inte ledde till plats"),
    RENEWAL("renewal-soon", Information.REFERRAL, "Påminnelse om att förnya samtycke"),
    ABSENCE("absence-unusually-long", Information.ATTENDANCE, "Besked om ovanligt lång frånvaro"),
    INTERRUPTION_DROPPED("interruption-dropped", Information.REFERRAL, "Besked om avbrott som inte bekräftades"),
    CONSENT_DROPPED("consent-dropped", Information.REFERRAL, "Besked om återkallelse som inte bekräftades"),
    PROTECTION_DROPPED("protection-dropped", Information.REFERRAL, "Besked om skydd som inte bekräftades"),
    DEPARTURE_DROPPED("departure-dropped", Information.REFERRAL, "Besked om anmälan som inte bekräftades"),
    DEPARTURE("departure-closed", Information.REFERRAL, "Besked om avslutat ärende"),
    REOPENING_DROPPED("reopening-dropped", Information.REFERRAL, "Besked om återöppnande som inte bekräftades"),
    REOPENING("reopening-opened", Information.REFERRAL, "Besked om återöppnat ärende"),
    ERRAND_NOT_DONE("errand-not-done", Information.REFERRAL, "Besked om uppgift som inte är gjord"),
    NOTICE("notice-message", Information.REFERRAL, "Besked om att det finns ett meddelande"),
    EXIT("exit-done", Information.PLAN, "Återremiss"),
    EXIT_UNDONE("exit-undone", Information.PLAN, "Besked om återremiss som inte gäller"),
    HANDOVER("exit-handover", Information.PLAN, "Besked om överlämning"),
    HANDOVER_UNDONE("exit-handover-undone", Information.PLAN, "Besked om överlämning som inte gäller"),
    REVIEW("review-call", Information.PLAN, "Kallelse till ärendedragning"),
    PROGRESS("progress-written", Information.PLAN, "Besked om en ny rad från coachen"),
    ANSWERS("exit-answers-reminder", Information.PLAN, "Påminnelse om svar på återremissen");

    private final String template;
    private final Information information;
    private final String title;

    Disclosed(String template, Information information, String title) {
        this.template = template;
        this.information = information;
        this.title = title;
    }

    /** Whether the letter leaves the programme. */
    static boolean leaves(String template) {
        return find(template).isPresent();
    }

    private static Optional<Disclosed> find(String template) {
        return Arrays.stream(values())
                .filter(letter -> letter.template.equals(template))
                .findFirst();
    }

    /** @throws IllegalStateException if the letter is not among these */
    static Disclosed by(String template) {
        return find(template)
                .orElseThrow(() -> new IllegalStateException(
                        "letter " + template + " goes to an authority and is not among the disclosures"));
    }

    Information information() {
        return information;
    }

    String title() {
        return title;
    }
}
