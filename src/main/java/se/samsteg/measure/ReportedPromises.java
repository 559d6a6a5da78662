package se.samsteg.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.form.Forms;
import se.samsteg.programme.Programmes;

/** Promises that a member of staff has heard of. */
@Component
class ReportedPromises {

    private final OwnCases ownCases;
    private final Measures measures;
    private final Facts facts;
    private final Programmes programmes;
    private final Clock clock;

    ReportedPromises(OwnCases ownCases, Measures measures, Facts facts, Programmes programmes, Clock clock) {
        this.ownCases = ownCases;
        this.measures = measures;
        this.facts = facts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** A promise that was taken up. */
    record Opened(UUID id, String caseNumber) {}

    /** @throws se.samsteg.form.Refused if it is no open case of theirs, or it is not named who promised */
    Opened add(Forms.Filled form) {
        Promise promise = form.as(Promise.class);
        CaseFile file = ownCases.getAsStaff(promise.caseNumber());
        UUID id = UUID.randomUUID();
        measures.add(promise.promised(id, LocalDate.now(clock), programmes.of(file.caseNumber())));
        facts.append(file.caseNumber(), id.toString(), form, promise);
        return new Opened(id, file.caseNumber());
    }
}
