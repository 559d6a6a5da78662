package se.samsteg.coaching;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.programme.Programmes;

/** How long a participant stays at most: as long as the programme says, or until the day to which it was extended last. */
@Component
class LongestStay {

    private final Facts facts;
    private final CaseFiles cases;
    private final Programmes programmes;

    LongestStay(Facts facts, CaseFiles cases, Programmes programmes) {
        this.facts = facts;
        this.cases = cases;
        this.programmes = programmes;
    }

    /** An extension, read without today's rules. */
    @FactOf("coaching-end-preparation")
    record Extended(@Nullable LocalDate extendedTo) {}

    /** The last day. */
    LocalDate end(String caseNumber) {
        return extended(caseNumber).orElseGet(() -> from(caseNumber)
                .plus(programmes.of(caseNumber).coaching().longestStay()));
    }

    /** When the end is prepared. */
    LocalDate prepared(String caseNumber) {
        return end(caseNumber).minus(programmes.of(caseNumber).coaching().prepareEndBefore());
    }

    private Optional<LocalDate> extended(String caseNumber) {
        return facts.all(caseNumber, Extended.class).stream()
                .flatMap(
                        preparation -> Optional.ofNullable(preparation.content().extendedTo()).stream())
                .reduce((first, second) -> second);
    }

    private LocalDate from(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        return file.enrolledOn() == null ? file.openedOn() : file.enrolledOn();
    }
}
