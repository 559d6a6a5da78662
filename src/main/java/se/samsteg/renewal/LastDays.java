package se.samsteg.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Consents;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** The last days of a case's consents, and when something is done about them. */
@Component
class LastDays {

    private final Consents consents;
    private final CaseFiles cases;
    private final Programme programme;
    private final Programmes programmes;
    private final Clock clock;

    LastDays(Consents consents, CaseFiles cases, Programme programme, Programmes programmes, Clock clock) {
        this.consents = consents;
        this.cases = cases;
        this.programme = programme;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Whether anything may be told. */
    boolean any(String caseNumber) {
        return !consents.terms(caseNumber).isEmpty();
    }

    /** Of the consents that run out first; yesterday if none is in force. */
    LocalDate first(String caseNumber) {
        return first(consents.terms(caseNumber).stream());
    }

    /** Whether the authority that referred may be told anything. */
    boolean anyForCaseworker(String caseNumber) {
        return forCaseworker(caseNumber).findAny().isPresent();
    }

    /** Of the consents for the authority that referred that run out first; yesterday if none is in force. */
    LocalDate firstForCaseworker(String caseNumber) {
        return first(forCaseworker(caseNumber));
    }

    private Stream<Consents.Term> forCaseworker(String caseNumber) {
        String authority = cases.get(caseNumber).authority();
        return consents.terms(caseNumber).stream()
                .filter(term -> term.authority().equals(authority));
    }

    private LocalDate first(Stream<Consents.Term> terms) {
        return terms.map(Consents.Term::lastDay).findFirst().orElseGet(() -> today().minusDays(1));
    }

    /** Up to which last day consents are renewed together. */
    LocalDate renewedUpTo(String caseNumber) {
        return today().plus(programmes.of(caseNumber).consent().renewBefore());
    }

    /** What runs out by then. */
    List<Consents.Term> upTo(String caseNumber, LocalDate day) {
        return consents.terms(caseNumber).stream()
                .filter(term -> !term.lastDay().isAfter(day))
                .toList();
    }

    /** When the participant is asked before a last day, in good time. */
    Date asked(String caseNumber, LocalDate lastDay) {
        return morning(lastDay.minus(programmes.of(caseNumber).consent().renewBefore()));
    }

    Date morning(LocalDate lastDay) {
        return programme.morning(lastDay);
    }

    /** The midnight after a last day. */
    Date after(LocalDate lastDay) {
        return Date.from(lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    boolean isOver(LocalDate lastDay) {
        return lastDay.isBefore(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
