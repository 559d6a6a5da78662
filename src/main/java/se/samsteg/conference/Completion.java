package se.samsteg.conference;

/** What the caseworker added to a referral that was not complete. */
record Completion(String completion) {}
