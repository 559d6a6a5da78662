package se.samsteg.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormTexts;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.programme.Municipalities;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * What a referral, as corrected, says of each criterion that the programme sets a limit to or asks in its form: those who
 * assess it confirm them.
 */
@Component
class StatedCriteria {

    private static final String REFERRAL = "referral-referral";
    private static final String AUTHORITIES_NEEDED = "authoritiesNeeded";

    private final Facts facts;
    private final Persons persons;
    private final Programmes programmes;
    private final Assessors assessors;
    private final FormTexts forms;
    private final Clock clock;

    StatedCriteria(
            Facts facts, Persons persons, Programmes programmes, Assessors assessors, FormTexts forms, Clock clock) {
        this.facts = facts;
        this.persons = persons;
        this.programmes = programmes;
        this.assessors = assessors;
        this.forms = forms;
        this.clock = clock;
    }

    /** The two grounds and the authorities that are needed, as the referral or its correction says. */
    @FactOf({"referral-referral", "referral-correction"})
    private record Stated(
            @Nullable List<String> authorities, boolean longLastingHealthProblems, boolean noFootholdOnLabourMarket) {}

    /** A line for each criterion: what is asked, what the referral says, whether that is enough. */
    String text(String caseNumber) {
        Settings programme = programmes.of(caseNumber);
        Person person = persons.of(caseNumber);
        Stated stated = facts.latest(caseNumber, "referral-correction", Stated.class)
                .or(() -> facts.latest(caseNumber, REFERRAL, Stated.class))
                .orElseThrow();
        Settings.Eligibility eligibility = programme.eligibility();
        List<String> lines = new ArrayList<>();
        age(eligibility, person.ageOn(LocalDate.now(clock))).ifPresent(lines::add);
        lines.add(residence(programme, person));
        if (eligibility.limits().containsKey(AUTHORITIES_NEEDED)) {
            lines.add(authorities(caseNumber, programme));
        }
        if (asks(caseNumber, "longLastingHealthProblems")) {
            lines.add("Mångfacetterade och långvariga problem med hälsan: "
                    + (assessors.of(caseNumber).healthToo()
                            ? yes(stated.longLastingHealthProblems())
                            : "visas inte, samtycke saknas för uppgifter om hälsa"));
        }
        if (asks(caseNumber, "noFootholdOnLabourMarket")) {
            lines.add("Saknar fast eller lämplig förankring på arbetsmarknaden: "
                    + yes(stated.noFootholdOnLabourMarket()));
        }
        return String.join("\n", lines);
    }

    private boolean asks(String caseNumber, String key) {
        return facts.last(caseNumber, REFERRAL)
                .flatMap(referral -> forms.of(REFERRAL, referral.formVersion()))
                .flatMap(form -> form.field(key))
                .isPresent();
    }

    /** Empty where the programme takes in people of every age. */
    private static Optional<String> age(Settings.Eligibility eligibility, @Nullable Integer age) {
        Integer youngest = eligibility.limits().get("minimumAge");
        Integer oldest = eligibility.limits().get("maximumAge");
        if (youngest == null && oldest == null) {
            return Optional.empty();
        }
        String asked = youngest == null
                ? "Ålder högst %d år: ".formatted(oldest)
                : oldest == null
                        ? "Ålder minst %d år: ".formatted(youngest)
                        : "Ålder %d–%d år: ".formatted(youngest, oldest);
        return Optional.of(
                age == null
                        ? asked + "födelsedatumet är inte känt"
                        : asked + age + " år, "
                                + enough((youngest == null || age >= youngest) && (oldest == null || age <= oldest)));
    }

    private static String residence(Settings programme, Person person) {
        String where = person.protectedIdentity() ? "" : name(person.municipality()) + ", ";
        String there =
                programme.municipalities().stream().map(StatedCriteria::name).collect(Collectors.joining(" eller "));
        return "Folkbokförd i " + there + ": " + where
                + enough(programme.municipalities().contains(person.municipality()));
    }

    private static String name(String municipality) {
        return Municipalities.names().getOrDefault(municipality, municipality);
    }

    private String authorities(String caseNumber, Settings programme) {
        List<String> needed = needed(caseNumber);
        int least = programme.eligibility().limit(AUTHORITIES_NEEDED);
        return "Stöd från minst " + least + " myndigheter: "
                + programme.authorities(needed) + ", "
                + enough(needed.stream().distinct().count() >= least);
    }

    /** Codes of the authorities whose support is needed, as corrected. */
    List<String> needed(String caseNumber) {
        return facts.latest(caseNumber, "referral-correction", Stated.class)
                .map(Stated::authorities)
                .filter(corrected -> !corrected.isEmpty())
                .or(() -> facts.latest(caseNumber, REFERRAL, Stated.class).map(Stated::authorities))
                .orElseThrow();
    }

    private static String enough(boolean met) {
        return met ? "uppfyllt" : "inte uppfyllt";
    }

    private static String yes(boolean said) {
        return said ? "ja" : "nej, inte uppfyllt";
    }
}
