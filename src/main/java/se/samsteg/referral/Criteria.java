package se.samsteg.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samsteg.person.Person;
import se.samsteg.programme.Settings;

/**
 * What a referral says about the criteria of its programme, corrections counted in.
 *
 * @param birthDate null where it is not known
 * @param municipality code of four digits, as the person's record has it now
 */
record Criteria(
        @Nullable LocalDate birthDate,
        String municipality,
        List<String> authorities,
        boolean longLastingHealthProblems,
        boolean noFootholdOnLabourMarket) {

    Criteria correctedBy(Correction correction) {
        return new Criteria(
                birthDate,
                municipality,
                correction.authorities() == null ? authorities : correction.authorities(),
                correction.longLastingHealthProblems(),
                correction.noFootholdOnLabourMarket());
    }

    /** As the decision {@code eligibility} reads them: age in whole years on the day; a missing date of birth is age -1. */
    Map<String, Object> inputs(Settings programme, LocalDate today) {
        var limits = programme.eligibility();
        return Map.of(
                "age",
                birthDate == null ? -1 : Person.ageOn(birthDate, today),
                "minimumAge",
                limits.minimumAge(),
                "maximumAge",
                limits.maximumAge(),
                "resident",
                municipality.equals(programme.municipality()),
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
