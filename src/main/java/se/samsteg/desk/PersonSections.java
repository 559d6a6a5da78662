package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samsteg.person.Person;
import se.samsteg.person.Statements;
import se.samsteg.person.Trail;
import se.samsteg.staff.Colleagues;

/** What is known of the participant as sections of the tab Akten. */
@Component
class PersonSections {

    private final Statements statements;
    private final Trail trail;
    private final Colleagues names;
    private final Clock clock;

    PersonSections(Statements statements, Trail trail, Colleagues names, Clock clock) {
        this.statements = statements;
        this.trail = trail;
        this.names = names;
        this.clock = clock;
    }

    static Section contact(Person person) {
        return Section.of(
                "Kontakt med deltagaren",
                line("Namn", person.fullName()),
                line("Telefon", person.phone()),
                line("E-post", person.email()),
                line("Adress", person.address()),
                line("Annat sätt att nå personen", person.contact()),
                line("Språk", person.language()),
                line("Tolk", person.interpreter() ? "Behöver tolk" : null));
    }

    /** What the referral says of a person who was known before, beside what is known. */
    Section stated(String caseNumber) {
        return Section.of(
                "Remissens uppgifter om deltagaren",
                statements.of(caseNumber).stream()
                        .map(one -> line(
                                one.label(),
                                one.said()
                                        + (one.decidedOn() == null
                                                ? " (inte granskat än)"
                                                : (one.takenOver() ? " (övertaget " : " (inte övertaget ")
                                                        + one.decidedOn() + ")")))
                        .toArray(Section.Line[]::new));
    }

    /** What was known of the person before it was corrected or taken over, the newest first. */
    Section earlier(String caseNumber) {
        List<Trail.Earlier> all = trail.of(caseNumber);
        Map<String, String> staff =
                names.names(all.stream().map(Trail.Earlier::by).distinct().toList());
        return Section.of(
                "Ändrade uppgifter om deltagaren",
                all.stream()
                        .map(one -> line(
                                LocalDate.ofInstant(one.at(), clock.getZone()) + ", " + one.label(),
                                "Tidigare: %s\nÄndrat av %s"
                                        .formatted(
                                                one.old() == null ? "inget" : one.old(),
                                                staff.getOrDefault(one.by(), one.by()))))
                        .toArray(Section.Line[]::new));
    }
}
