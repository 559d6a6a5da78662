package se.samsteg.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Programmes;

/** What those who assess a referral read of it: what it says, as corrected, and what was added since. */
@Component
class ReferralText {

    private final CaseFiles cases;
    private final Referrals referrals;
    private final Facts facts;
    private final Assessors assessors;
    private final StatedCriteria criteria;
    private final Programmes programmes;
    private final Clock clock;

    ReferralText(
            CaseFiles cases,
            Referrals referrals,
            Facts facts,
            Assessors assessors,
            StatedCriteria criteria,
            Programmes programmes,
            Clock clock) {
        this.cases = cases;
        this.referrals = referrals;
        this.facts = facts;
        this.assessors = assessors;
        this.criteria = criteria;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The same person's earlier case here, if any. */
    @Nullable
    String earlierCase(String caseNumber) {
        return cases.get(caseNumber).earlierCase();
    }

    /**
     * What the referral says.
     *
     * @param part authorities, criteria, reason, background, health, livelihood, measuresTried, expectations, completions
     */
    @Nullable
    String part(String caseNumber, String part) {
        if (part.equals("completions")) {
            return additions(caseNumber);
        }
        Referral referral = referrals.get(caseNumber);
        return switch (part) {
            case "authorities" -> programmes.of(caseNumber).authorities(criteria.needed(caseNumber));
            case "criteria" -> criteria.text(caseNumber);
            case "reason" -> referral.reason();
            case "background" -> referral.background();
            case "health" -> health(caseNumber, referral);
            case "livelihood" -> referrals.livelihood(caseNumber);
            case "measuresTried" -> referral.measuresTried();
            case "expectations" -> referral.expectations();
            default -> throw new IllegalArgumentException("a referral has no part " + part);
        };
    }

    /** All who assess read the same text, so one authority that may not know of the health keeps it from all. */
    private @Nullable String health(String caseNumber, Referral referral) {
        return referral.health() == null || assessors.of(caseNumber).healthToo()
                ? referral.health()
                : "Visas inte: samtycke saknas för uppgifter om hälsa.";
    }

    /** The part about health as it may be read now; null where there is none or no referral. */
    @Nullable
    String health(String caseNumber) {
        return referrals
                .find(caseNumber)
                .map(referral -> health(caseNumber, referral))
                .orElse(null);
    }

    /** Each criterion as it may be read now; null where there is no referral. */
    @Nullable
    String criteria(String caseNumber) {
        return referrals.find(caseNumber).isPresent() ? criteria.text(caseNumber) : null;
    }

    @FactOf("referral-correction")
    private record Correction(
            @Nullable String comment, @Nullable String exceptionReason) {}

    @FactOf("referral-decision")
    private record Decision(@Nullable String decisionReason) {}

    @FactOf("conference-duplicate")
    private record Joined(@Nullable String note) {}

    /** What was said after the referral: corrections, why an exception was made, completions. */
    private String additions(String caseNumber) {
        return Stream.of(
                        facts.all(caseNumber, Correction.class).stream()
                                .map(entry -> addition(
                                        entry, "rättad", entry.content().comment())),
                        facts.all(caseNumber, Correction.class).stream()
                                .filter(entry -> entry.content().exceptionReason() != null)
                                .map(entry -> addition(
                                        entry,
                                        "bad om undantag",
                                        entry.content().exceptionReason())),
                        facts.all(caseNumber, Decision.class).stream()
                                .map(entry -> addition(
                                        entry, "undantag", entry.content().decisionReason())),
                        facts.all(caseNumber, Completion.class).stream()
                                .map(entry -> addition(
                                        entry, "kompletterad", entry.content().completion())),
                        facts.all(caseNumber, Joined.class).stream()
                                .map(entry -> addition(
                                        entry,
                                        "ännu en remiss",
                                        assessors.of(caseNumber).healthToo()
                                                ? entry.content().note()
                                                : "visas inte, samtycke saknas för uppgifter om hälsa.")))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n\n"));
    }

    private String addition(Facts.Entry<?> entry, String what, @Nullable String text) {
        LocalDate day = LocalDate.ofInstant(entry.at(), clock.getZone());
        return day + " " + what + (text == null ? "" : ": " + text);
    }
}
