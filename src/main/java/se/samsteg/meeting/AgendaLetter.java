package se.samsteg.meeting;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Information;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The agenda as a letter to the members of the conference. */
@Component
class AgendaLetter {

    private final Sittings sittings;
    private final Agenda agenda;
    private final Moves moves;
    private final Programmes programmes;
    private final Letter letter;

    AgendaLetter(Sittings sittings, Agenda agenda, Moves moves, Programmes programmes, Letter letter) {
        this.sittings = sittings;
        this.agenda = agenda;
        this.moves = moves;
        this.programmes = programmes;
        this.letter = letter;
    }

    /** Says when and where, and which of the cases to assess each member may know of, left-over ones included. */
    void send(DelegateExecution execution, Sitting sitting) {
        Settings settings = programmes.get(sitting.programme());
        moves.moveLeftOver(settings);
        List<Agenda.Item> items = agenda.of(sitting.id()).stream()
                .filter(item -> item.assessedOn() == null)
                .toList();
        String head = sitting.when() + ", " + sitting.place();
        letter.toConference(
                execution,
                "meeting-agenda",
                settings.tenant(),
                items.isEmpty() ? head + "\n\nInga remisser ännu." : head,
                items.stream().map(AgendaLetter::line).toList());
        sittings.save(sitting.sendAgenda());
    }

    /** Says which case has come to the agenda since. */
    void sendAddition(DelegateExecution execution, Sitting sitting, String caseNumber) {
        letter.toConference(
                execution,
                "meeting-addition",
                programmes.get(sitting.programme()).tenant(),
                sitting.when() + ", " + sitting.place(),
                agenda.of(sitting.id()).stream()
                        .filter(item -> item.caseNumber().equals(caseNumber))
                        .map(AgendaLetter::line)
                        .toList());
    }

    private static Letter.Line line(Agenda.Item item) {
        return new Letter.Line(item.caseNumber(), item.caseNumber() + item.movedText(), Information.REFERRAL);
    }
}
