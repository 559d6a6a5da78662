package se.samsteg.followup;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.programme.Programme;

/** Första uppföljning: how it is some months after the start or the exit, whether or not the participant has left. */
@Phase("revisit")
public class Revisit {

    private final Facts facts;
    private final FirstFollowUps firsts;
    private final Programme programme;

    Revisit(Facts facts, FirstFollowUps firsts, Programme programme) {
        this.facts = facts;
        this.firsts = firsts;
        this.programme = programme;
    }

    /** When it is asked, counted from the enrolment or from the exit. */
    public Date day(String caseNumber) {
        return programme.morning(firsts.day(caseNumber));
    }

    /** @throws se.samsteg.form.Refused if an answer is missing or given without contact */
    public void record(DelegateTask task) {
        facts.record(task, First.class);
    }

    /** Whether the programme asks for another attempt at reaching the participant. */
    public boolean moreAttempts(String caseNumber) {
        return firsts.moreAttempts(caseNumber);
    }
}
