package se.samsteg.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who takes or took part.
 *
 * @param identityNumber 12 digits, YYYYMMDDNNNN, a samordningsnummer with its day + 60; null with a reason
 * @param birthDate null if it is not known: no number, or one that does not say it
 * @param contact another way to reach the person, such as through a relative
 * @param protectedIdentity skyddade personuppgifter: name, telephone, e-mail, address and contact show to the coach and the lead only
 */
public record Person(
        UUID id,
        @Nullable String identityNumber,
        @Nullable String noNumberReason,
        @Nullable LocalDate birthDate,
        String firstName,
        String lastName,
        String sex,
        String municipality,
        @Nullable String district,
        @Nullable String language,
        boolean interpreter,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String contact,
        boolean protectedIdentity) {

    /**
     * Age in whole years on a day; null if the day of birth is not known. Those born on 29 February are a year older on the
     * last day of February.
     */
    public @Nullable Integer ageOn(LocalDate day) {
        return birthDate == null ? null : ageOn(birthDate, day);
    }

    /** As {@link #ageOn(LocalDate)} of who was born on a day. */
    public static int ageOn(LocalDate born, LocalDate day) {
        int years = day.getYear() - born.getYear();
        return day.isBefore(born.plusYears(years)) ? years - 1 : years;
    }

    /** What shows instead of a protected name. */
    public static final String PROTECTED = "Skyddade personuppgifter";

    /** The name as it may show to all users. */
    public String shownName() {
        return protectedIdentity ? PROTECTED : fullName();
    }

    /** The name for those who may see it even when it is protected: the coach and the lead. */
    public String fullName() {
        return firstName + " " + lastName;
    }
}
