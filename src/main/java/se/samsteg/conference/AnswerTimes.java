package se.samsteg.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import se.samsteg.meeting.CaseAgenda;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.WorkingDays;

/**
 * When a duplicate is reviewed and answered: in the hours after a sitting, like the referrals that the conference assessed
 * there, so that the sender learns nothing from how long the answer takes.
 */
@Component
class AnswerTimes {

    /** Minutes after a sitting has begun; when in that time is left to chance, as it is for the others. */
    private static final int EARLIEST = 20;

    private static final int LATEST = 150;

    private final CaseAgenda agenda;
    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final Clock clock;

    AnswerTimes(CaseAgenda agenda, Programme programme, Programmes programmes, WorkingDays workingDays, Clock clock) {
        this.agenda = agenda;
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The day of the sitting that would assess the referral if it were no duplicate. */
    LocalDate sittingDay(String caseNumber) {
        return agenda.next(programmes.of(caseNumber), LocalDate.now(clock)).day();
    }

    /** The morning of that day. */
    Date sittingMorning(String caseNumber) {
        return programme.morning(sittingDay(caseNumber));
    }

    /** Each morning from the last working day before that sitting: ISO 8601, {@code R/2026-12-22T08:00:00/P1D}. */
    String reminders(String caseNumber) {
        return "R/" + workingDays.before(sittingDay(caseNumber), 1) + "T08:00:00/P1D";
    }

    /** When the sender is answered: after that sitting has begun, or after the next if the lead has let it pass. */
    Date answersAt(String caseNumber, LocalDate sittingDay) {
        Date at = after(agenda.next(programmes.of(caseNumber), sittingDay.minusDays(1)));
        return at.toInstant().isAfter(clock.instant())
                ? at
                : after(agenda.next(programmes.of(caseNumber), LocalDate.now(clock)));
    }

    private Date after(CaseAgenda.Time sitting) {
        ZonedDateTime begun = sitting.day().atTime(sitting.startsAt()).atZone(clock.getZone());
        return Date.from(begun.plusSeconds(ThreadLocalRandom.current().nextInt(EARLIEST * 60, LATEST * 60))
                .toInstant());
    }
}
