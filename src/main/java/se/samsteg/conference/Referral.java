package se.samsteg.conference;

import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;

/** What the conference reads of a referral; how the person lives is read as text, see {@link Referrals}. */
@FactOf("referral-referral")
record Referral(
        @Nullable String reason,
        @Nullable String background,
        @Nullable String health,
        @Nullable String measuresTried,
        @Nullable String expectations) {}
