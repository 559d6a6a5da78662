package se.samsteg.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Settings;

/** Cases that are taken up at another sitting than the one on whose agenda they stood; open tasks are told by an event. */
@Component
class Moves {

    private final Agenda agenda;
    private final Schedule schedule;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(Agenda agenda, Schedule schedule, ApplicationEventPublisher events, Clock clock) {
        this.agenda = agenda;
        this.schedule = schedule;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for a later sitting is taken up at this one. */
    void bringForward(Sitting sitting) {
        takenUpAt(sitting, agenda.bringForward(sitting));
    }

    /** What a programme's sittings before today have left goes to the next one. */
    void moveLeftOver(Settings settings) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        move(settings.id(), yesterday, schedule.next(settings, yesterday));
    }

    /** What a sitting has not assessed goes to the one after it. */
    void moveUnassessed(Sitting sitting) {
        sitting.requireDocumented();
        move(sitting.programme(), sitting.day(), schedule.after(sitting));
    }

    /** Plans the sitting after this one, whose process opens it. */
    void planAfter(Sitting sitting) {
        schedule.after(sitting);
    }

    private void move(String programme, LocalDate upTo, Sitting next) {
        takenUpAt(next, agenda.moveOn(programme, upTo, next, LocalDate.now(clock)));
    }

    private void takenUpAt(Sitting sitting, List<String> caseNumbers) {
        if (!caseNumbers.isEmpty()) {
            events.publishEvent(new CasesTakenUp(
                    sitting.day(),
                    agenda.of(sitting.id()).stream()
                            .filter(item -> caseNumbers.contains(item.caseNumber()))
                            .collect(Collectors.toMap(
                                    Agenda.Item::caseNumber, item -> sitting.when() + item.movedText()))));
        }
    }
}
