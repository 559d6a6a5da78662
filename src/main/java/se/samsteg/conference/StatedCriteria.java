package se.samsteg.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.programme.Municipalities;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What a referral, as corrected, says of each criterion of the programme: those who assess it confirm them. */
@Component
class StatedCriteria {

    private final Facts facts;
    private final Persons persons;
    private final Programmes programmes;
    private final Assessors assessors;
    private final Clock clock;

    StatedCriteria(Facts facts, Persons persons, Programmes programmes, Assessors assessors, Clock clock) {
        this.facts = facts;
        this.persons = persons;
        this.programmes = programmes;
        this.assessors = assessors;
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
                .or(() -> facts.latest(caseNumber, "referral-referral", Stated.class))
                .orElseThrow();
        return String.join(
                "\n",
                age(programme.eligibility(), person.ageOn(LocalDate.now(clock))),
                residence(programme, person),
                authorities(caseNumber, programme.eligibility()),
                "Mångfacetterade och långvariga problem med hälsan: "
                        + (assessors.of(caseNumber).healthToo()
                                ? yes(stated.longLastingHealthProblems())
                                : "visas inte, samtycke saknas för uppgifter om hälsa"),
                "Saknar fast eller lämplig förankring på arbetsmarknaden: " + yes(stated.noFootholdOnLabourMarket()));
    }

    private static String age(Settings.Eligibility limits, @Nullable Integer age) {
        String asked = "Ålder %d–%d år: ".formatted(limits.limit("minimumAge"), limits.limit("maximumAge"));
        return age == null
                ? asked + "födelsedatumet är inte känt"
                : asked + age + " år, "
                        + enough(age >= limits.limit("minimumAge") && age <= limits.limit("maximumAge"));
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

    private String authorities(String caseNumber, Settings.Eligibility limits) {
        List<String> needed = needed(caseNumber);
        return "Stöd från minst " + limits.limit("authoritiesNeeded") + " myndigheter: "
                + programmes.authorities(needed) + ", "
                + enough(needed.stream().distinct().count() >= limits.limit("authoritiesNeeded"));
    }

    /** Codes of the authorities whose support is needed, as corrected. */
    List<String> needed(String caseNumber) {
        return facts.latest(caseNumber, "referral-correction", Stated.class)
                .map(Stated::authorities)
                .filter(corrected -> !corrected.isEmpty())
                .or(() -> facts.latest(caseNumber, "referral-referral", Stated.class)
                        .map(Stated::authorities))
                .orElseThrow();
    }

    private static String enough(boolean met) {
        return met ? "uppfyllt" : "inte uppfyllt";
    }

    private static String yes(boolean said) {
        return said ? "ja" : "nej, inte uppfyllt";
    }
}
