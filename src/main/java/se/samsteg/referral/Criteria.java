package se.samsteg.referral;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samsteg.person.Person;
import se.samsteg.programme.Settings;

/**
 * What a referral says as it stands now, by the keys of its programme's form: the programme's decision reads of it what
 * its criteria need.
 *
 * @param birthDate null where it is not known
 * @param municipality code of four digits, as the person's record has it now
 */
record Criteria(@Nullable LocalDate birthDate, String municipality, Map<String, @Nullable Object> answers) {

    /**
     * @param correction by the keys of its form
     * @param asked keys of the referral's form: what else a correction says is about the correction
     */
    Criteria correctedBy(Map<String, Object> correction, Set<String> asked) {
        Map<String, @Nullable Object> corrected = new LinkedHashMap<>(answers);
        correction.forEach((key, value) -> {
            if (value != null && asked.contains(key)) {
                corrected.put(key, value);
            }
        });
        return new Criteria(birthDate, municipality, corrected);
    }

    /**
     * As the programme's decision reads them: the answers, the limits of the programme, age in whole years on the day
     * ({@code -1} if the date of birth is not known), and whether the person is resident in a municipality of the programme.
     */
    Map<String, @Nullable Object> inputs(Settings programme, LocalDate today) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>(answers);
        inputs.putAll(programme.eligibility().limits());
        inputs.put("age", birthDate == null ? -1 : Person.ageOn(birthDate, today));
        inputs.put("resident", programme.municipalities().contains(municipality));
        return inputs;
    }
}
