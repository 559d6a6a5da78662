package se.samsteg.referral;

import static com.fasterxml.jackson.annotation.JsonProperty.Access.WRITE_ONLY;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;
import se.samsteg.person.IdentityNumber;
import se.samsteg.person.Person;

/**
 * A referral as the caseworker sent it: form {@code referral-referral}. Who the person is goes to the person's record,
 * where it can be protected, and is not written into the fact.
 */
record Received(
        String hasIdentityNumber,
        @JsonProperty(access = WRITE_ONLY) @Nullable String identityNumber,
        @Nullable String noNumberReason,
        @Nullable LocalDate birthDate,
        @JsonProperty(access = WRITE_ONLY) String firstName,
        @JsonProperty(access = WRITE_ONLY) String lastName,
        @Nullable String sex,
        String municipality,
        @Nullable String district,
        @Nullable String language,
        boolean interpreter,
        @JsonProperty(access = WRITE_ONLY) @Nullable String phone,
        @JsonProperty(access = WRITE_ONLY) @Nullable String email,
        @JsonProperty(access = WRITE_ONLY) @Nullable String address,
        @JsonProperty(access = WRITE_ONLY) @Nullable String contact,
        boolean contactMissing,
        boolean protectedIdentity,
        List<String> authorities,
        boolean longLastingHealthProblems,
        boolean noFootholdOnLabourMarket,
        boolean childrenToSupport,
        String reason,
        @Nullable String background,
        @Nullable String health,
        @Nullable String measuresTried,
        @Nullable String expectations,
        List<String> livelihoodSources,
        @Nullable LocalDate onSupportSince,
        @Nullable String sickLeaveDegree,
        @Nullable LocalDate sickLeaveSince,
        List<String> consentAuthorities,
        List<String> consentInformation,
        LocalDate consentUntil,
        String consentManner) {

    /** @throws Refused if something is missing or dates contradict the day the referral is sent */
    void checkOn(LocalDate today) {
        List<String> wrong = new ArrayList<>();
        boolean reachable = Stream.of(phone, email, address, contact).anyMatch(Objects::nonNull);
        if (!reachable && !contactMissing) {
            wrong.add("Telefon: fyll i telefon, e-post eller adress, eller kryssa i att kontaktuppgifter saknas.");
        }
        if (reachable && contactMissing) {
            wrong.add("Kontaktuppgifter saknas: ta bort krysset, det finns kontaktuppgifter.");
        }
        if (sex == null && identityNumber == null) {
            wrong.add("Kön: välj ett, eftersom inget nummer säger det.");
        }
        if (birthDate != null && birthDate.isAfter(today)) {
            wrong.add("Födelsedatum: datumet ligger i framtiden.");
        }
        if (onSupportSince != null && onSupportSince.isAfter(today)) {
            wrong.add("Offentlig försörjning sedan: datumet ligger i framtiden.");
        }
        if (sickLeaveSince != null && sickLeaveSince.isAfter(today)) {
            wrong.add("Sjukskriven sedan: datumet ligger i framtiden.");
        }
        if (consentUntil.isBefore(today)) {
            wrong.add("Samtycket gäller till och med: datumet har redan passerat.");
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** @throws Refused if the identity number is not valid */
    Person person() {
        IdentityNumber number = identityNumber == null ? null : IdentityNumber.parse(identityNumber);
        return new Person(
                UUID.randomUUID(),
                number == null ? null : number.digits(),
                noNumberReason,
                number == null ? birthDate : number.birthDate(),
                firstName,
                lastName,
                sex != null ? sex : Objects.requireNonNull(number).sex(),
                municipality,
                district,
                language,
                interpreter,
                phone,
                email,
                address,
                contact,
                protectedIdentity);
    }
}
