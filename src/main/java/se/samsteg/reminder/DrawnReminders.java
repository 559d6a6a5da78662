package se.samsteg.reminder;

import java.util.Set;

/**
 * The tasks whose models draw a reminder or a deadline of their own, by the ids of their forms: they are not reminded of a
 * second time. A test holds this against the models.
 */
final class DrawnReminders {

    static final Set<String> FORMS = Set.of(
            "alert-handling",
            "audit-review",
            "closing-signature",
            "coaching-plan-review",
            "conference-completion",
            "conference-duplicate",
            "consent-withdrawal",
            "departure-request",
            "followup-one-year",
            "group-evaluation",
            "group-session",
            "interruption-request",
            "measure-follow-up",
            "prerehab-group-evaluation",
            "protection-request",
            "referral-correction",
            "referral-decision",
            "renewal-answer",
            "reopening-request",
            "response-answers",
            "retention-review",
            "steering-report");

    private DrawnReminders() {}
}
