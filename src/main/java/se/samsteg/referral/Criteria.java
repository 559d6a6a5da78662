package se.samsteg.referral;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samsteg.programme.Settings;

/** What a referral says about the criteria of its programme, corrections counted in. */
record Criteria(
        @Nullable LocalDate birthDate,
        String municipality,
        List<String> authorities,
        boolean longLastingHealthProblems,
        boolean noFootholdOnLabourMarket) {

    Criteria correctedBy(Correction correction) {
        return new Criteria(
                birthDate,
                correction.municipality() == null ? municipality : correction.municipality(),
                correction.authorities() == null ? authorities : correction.authorities(),
                correction.longLastingHealthProblems(),
                correction.noFootholdOnLabourMarket());
    }

    /** As the decision {@code eligibility} reads them: age in whole years on the day; a missing date of birth is age -1. */
    Map<String, Object> inputs(Settings programme, LocalDate today) {
        var limits = programme.eligibility();
        return Map.of(
                "age",
                birthDate == null ? -1 : Period.between(birthDate, today).getYears(),
                "minimumAge",
                limits.minimumAge(),
                "maximumAge",
                limits.maximumAge(),
                "resident",
                municipality.strip().equalsIgnoreCase(programme.municipality()),
                "authorities",
                (int) authorities.stream().distinct().count(),
                "authoritiesNeeded",
                limits.authoritiesNeeded(),
                "longLastingHealthProblems",
                longLastingHealthProblems,
                "noFootholdOnLabourMarket",
                noFootholdOnLabourMarket);
    }
}
