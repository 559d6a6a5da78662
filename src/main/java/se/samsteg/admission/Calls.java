package se.samsteg.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** The tries to call a person who has a place to enrolment. */
@Component
class Calls {

    private final Facts facts;
    private final Places places;
    private final Programme programme;
    private final Programmes programmes;
    private final Clock clock;

    Calls(Facts facts, Places places, Programme programme, Programmes programmes, Clock clock) {
        this.facts = facts;
        this.places = places;
        this.programme = programme;
        this.programmes = programmes;
        this.clock = clock;
    }

    boolean summons(String caseNumber) {
        return programmes.of(caseNumber).intake() == null;
    }

    String letterText(String caseNumber) {
        return """
                Hej!

                Du har fått en plats i %s. Vi vill träffa dig för ett inskrivningssamtal.

                Dag och tid:
                Plats:

                Det är frivilligt att delta. Hör av dig om tiden inte passar eller om du har frågor.

                Välkommen!""".formatted(programmes.of(caseNumber).name());
    }

    /** The day of the next try, if the last one had no answer; otherwise the programme's time from today. */
    Date due(String caseNumber) {
        LocalDate next =
                facts.latest(caseNumber, Summons.class).map(Summons::nextTryOn).orElse(null);
        return programme.morning(
                next != null
                        ? next
                        : LocalDate.now(clock).plus(programmes.of(caseNumber).due("admission-summons")));
    }

    /** The tries that had no answer, a line each; null before the first. */
    @Nullable
    String tries(String caseNumber) {
        List<Facts.Entry<Summons>> tries = facts.all(caseNumber, Summons.class).stream()
                .filter(one -> !one.content().answered())
                .toList();
        return tries.isEmpty()
                ? null
                : tries.stream()
                        .map(one -> LocalDate.ofInstant(one.at(), clock.getZone()) + " Svarade inte")
                        .collect(Collectors.joining("\n"));
    }

    boolean answered(String caseNumber) {
        return facts.latest(caseNumber, Summons.class).map(Summons::answered).orElse(false);
    }

    /** Once for each full period since the place was taken; a try that has no answer is no contact. */
    Date noContactDue(String caseNumber) {
        return programme.stillToCome(
                places.takenOn(caseNumber).orElseGet(() -> LocalDate.now(clock)),
                programmes.of(caseNumber).coaching().noContactAlertAfter());
    }
}
