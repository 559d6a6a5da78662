package se.samsteg.form;

/** The answer to a question that is answered with yes or no and perhaps something between. */
@OptionsOf({
    "absence-outreach.reached",
    "coaching-check-in.startedAsPlanned",
    "coaching-end-preparation.moreTime",
    "conference-assessment.criteriaConfirmed",
    "consent-withdrawal.confirmed",
    "departure-request.confirmed",
    "errand-answer.wasDone",
    "exit-measurement.measured",
    "exit-outcome.handoverAgreed",
    "exit-outcome.oneYearAgreed",
    "followup-contact.reached",
    "followup-first.reached",
    "followup-one-year.reached",
    "interruption-request.confirmed",
    "meeting-minutes.held",
    "prerehab-support-assessment.aidsNeeded",
    "prerehab-support-assessment.cognitiveDifficulties",
    "prerehab-support-assessment.supportNeeded",
    "proposal-answer.wanted",
    "protection-request.confirmed",
    "referral-referral.hasIdentityNumber",
    "reopening-request.confirmed",
    "response-meeting.accepted",
    "response-meeting.held",
    "response-receipt.accepted",
    "response-receiver.found"
})
public enum YesNo implements Code {
    YES,
    NO
}
