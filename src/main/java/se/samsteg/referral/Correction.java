package se.samsteg.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;

/** What the caseworker changed in a referral that did not meet the criteria: form {@code referral-correction}. */
@FactOf("referral-correction")
record Correction(
        boolean withdrawn,
        @Nullable String withdrawalReason,
        @Nullable String municipality,
        @Nullable LocalDate birthDate,
        @Nullable List<String> authorities,
        boolean longLastingHealthProblems,
        boolean noFootholdOnLabourMarket,
        boolean exceptionAsked,
        @Nullable String exceptionReason,
        @Nullable String comment) {}
