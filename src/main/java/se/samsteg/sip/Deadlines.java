package se.samsteg.sip;

import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;

/** The mornings on which something of a SIP is due. */
@Component
class Deadlines {

    private final Programme programme;
    private final Programmes programmes;

    Deadlines(Programme programme, Programmes programmes) {
        this.programme = programme;
        this.programmes = programmes;
    }

    /** When the lead is told that the meeting has not been held: the programme's time after it was asked for. */
    Date lead(SipMeeting sip) {
        return morning(
                sip.requestedOn().plus(programmes.of(sip.caseNumber()).sip().leadAfter()));
    }

    LocalDate today() {
        return programme.today();
    }

    Date morning(LocalDate day) {
        return programme.morning(day);
    }
}
