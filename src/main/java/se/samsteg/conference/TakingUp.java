package se.samsteg.conference;

import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.meeting.CaseAgenda;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** At which sitting a referral is taken up. */
@Component
class TakingUp {

    private final CaseAgenda agenda;
    private final CaseFiles cases;
    private final Programme programme;
    private final Programmes programmes;

    TakingUp(CaseAgenda agenda, CaseFiles cases, Programme programme, Programmes programmes) {
        this.agenda = agenda;
        this.cases = cases;
        this.programme = programme;
        this.programmes = programmes;
    }

    /** Puts the case on the agenda of the next sitting from tomorrow on; what comes there is no duplicate. */
    void put(String caseNumber) {
        cases.markDuplicate(caseNumber, false);
        agenda.put(caseNumber, programmes.of(caseNumber));
    }

    /** The morning of the sitting that is to assess the case. */
    Date morning(String caseNumber) {
        return programme.morning(agenda.day(caseNumber));
    }

    /** When the case is taken up, and how often it was moved. */
    String words(String caseNumber) {
        return agenda.words(caseNumber);
    }
}
