package se.samsteg.conference;

import se.samsteg.casefile.FactOf;

/** What the caseworker added to a referral that was not complete. */
@FactOf("conference-completion")
record Completion(String completion) {}
