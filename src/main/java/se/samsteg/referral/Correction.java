package se.samsteg.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caseworker changed in a referral that did not meet the criteria: form {@code referral-correction}. */
record Correction(
        boolean withdrawn,
        @Nullable String withdrawalReason,
        @Nullable String municipality,
        @Nullable List<String> authorities,
        boolean longLastingHealthProblems,
        boolean noFootholdOnLabourMarket,
        @Nullable String comment) {}
