package se.samsteg.referral;

/** The programme lead's decision on a referral that did not meet the criteria in time: form {@code referral-decision}. */
record Decision(boolean letThrough, String decisionReason) {}
