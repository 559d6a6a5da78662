package se.samsteg.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Information;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.letter.Letter;
import se.samsteg.meeting.CaseAgenda;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.WorkingDays;

/**
 * Referrals of persons who have an open case, or whose protected identity the sender did not name. They wait apart for the
 * lead, and are answered in the hours after a sitting like those that the conference assessed there, so that the sender
 * learns nothing.
 */
@Component
class Duplicates {

    /** Minutes after a sitting has begun; when in that time is left to chance, as it is for the others. */
    private static final int EARLIEST = 20;

    private static final int LATEST = 150;

    private final CaseFiles cases;
    private final Persons persons;
    private final Consents consents;
    private final Facts facts;
    private final Referrals referrals;
    private final Forms forms;
    private final CaseAgenda agenda;
    private final Letter letter;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final RuntimeService runtime;
    private final Clock clock;

    Duplicates(
            CaseFiles cases,
            Persons persons,
            Consents consents,
            Facts facts,
            Referrals referrals,
            Forms forms,
            CaseAgenda agenda,
            Letter letter,
            Programmes programmes,
            WorkingDays workingDays,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.consents = consents;
        this.facts = facts;
        this.referrals = referrals;
        this.forms = forms;
        this.agenda = agenda;
        this.letter = letter;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Whether the lead looks at it first. A duplicate whose open case has ended meanwhile is none any more. */
    boolean needReview(String caseNumber) {
        return cases.openBefore(caseNumber).isPresent() || persons.protectedUnsaid(caseNumber);
    }

    /** What the lead has to know before deciding, in Swedish. */
    String known(String caseNumber) {
        String authority = cases.get(caseNumber).authority();
        String open = cases.openBefore(caseNumber)
                .map(other -> {
                    String whyNot = consents.of(other).whyNot(authority, Information.REFERRAL);
                    return "Personen har ett pågående ärende, " + other + ".\n"
                            + (whyNot == null
                                    ? programmes.authority(authority) + " får veta av det: samtycke finns."
                                    : programmes.authority(authority) + " får inte veta av det: "
                                            + whyNot.substring(0, 1).toLowerCase(Locale.ROOT) + whyNot.substring(1)
                                            + ". Svara som på andra remisser.");
                })
                .orElse("Personen har inget pågående ärende.");
        return persons.protectedUnsaid(caseNumber) ? open + "\nPersonen har skyddade personuppgifter." : open;
    }

    /** What the referral says, for the coach of the open case. */
    String note(String caseNumber) {
        String from = programmes.authority(cases.get(caseNumber).authority());
        return "Ny remiss från " + from + " " + cases.get(caseNumber).openedOn() + ".\n"
                + referrals.text(
                        caseNumber,
                        "reason",
                        "background",
                        "health",
                        "livelihoodSources",
                        "onSupportSince",
                        "sickLeaveDegree",
                        "sickLeaveSince",
                        "measuresTried",
                        "expectations");
    }

    /**
     * Records what the lead decided; a referral that is joined becomes a note in the open case, whose coach is told.
     *
     * @throws Refused if what is known of the person has changed meanwhile and another decision is needed
     */
    void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Duplicate decided = facts.record(task, Duplicate.class);
        var open = cases.openBefore(caseNumber);
        if (Duplicate.Decision.JOIN.is(decided.decision())) {
            String other = open.orElseThrow(
                    () -> new Refused("Beslut: det pågående ärendet är avslutat. Välj något av de andra besluten."));
            facts.append(other, null, forms.of(task), decided);
            letter.toCoachOf(other, task.getExecution(), "conference-joined");
            if (persons.of(caseNumber).protectedIdentity()) {
                protect(other);
            }
        } else if (Duplicate.Decision.NEW.is(decided.decision())) {
            if (open.isPresent()) {
                throw new Refused("Beslut: personen har ett pågående ärende, " + open.get()
                        + ". Lägg remissen till det eller rekommendera annat.");
            }
            if (persons.protectedUnsaid(caseNumber)) {
                cases.recognise(caseNumber);
                protect(caseNumber);
            }
        }
    }

    private void protect(String caseNumber) {
        runtime.createMessageCorrelation("identity.protected")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .correlateStartMessage();
    }

    /** The day of the sitting that would assess the referral if it were no duplicate. */
    LocalDate sittingDay(String caseNumber) {
        return agenda.next(programmes.of(caseNumber), LocalDate.now(clock)).day();
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
