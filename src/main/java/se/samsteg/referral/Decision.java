package se.samsteg.referral;

/** The programme lead's decision on a referral that does not meet the criteria: form {@code referral-decision}. */
record Decision(boolean letThrough, String decisionReason) {}
