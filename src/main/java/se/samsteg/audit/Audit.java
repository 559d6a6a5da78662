package se.samsteg.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import se.samsteg.access.AccessLog;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.letter.Letter;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.programme.WorkingDays;

/**
 * Loggkontroll: on the first working day of a month the programme lead looks at a random sample of who looked at what in
 * the month before. The lead's own views are among them, so the steering group is told how it went, in numbers. Who is
 * refused much is told to the leads at once.
 */
@Phase("audit")
public class Audit {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", SWEDISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Audits audits;
    private final RefusalAlerts refusals;
    private final Months months;
    private final AccessLog log;
    private final Facts facts;
    private final Actor actor;
    private final Letter letter;
    private final Programme programme;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final Clock clock;

    Audit(
            Audits audits,
            RefusalAlerts refusals,
            Months months,
            AccessLog log,
            Facts facts,
            Actor actor,
            Letter letter,
            Programme programme,
            Programmes programmes,
            WorkingDays workingDays,
            Clock clock) {
        this.audits = audits;
        this.refusals = refusals;
        this.months = months;
        this.log = log;
        this.facts = facts;
        this.actor = actor;
        this.letter = letter;
        this.programme = programme;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The morning of the first working day after the month. */
    public Date due(String auditId) {
        return programme.morning(
                workingDays.onOrAfter(audits.get(auditId).month().plusMonths(1)));
    }

    public void openNext(String auditId) {
        Audits.Stored audit = audits.get(auditId);
        months.open(audit.programme(), audit.month().plusMonths(1));
    }

    /** Draws the sample, and says in {@code viewed} whether there was anything to draw from. */
    public void draw(DelegateExecution execution) {
        Audits.Stored audit = audits.get((String) execution.getVariable("auditId"));
        Settings settings = programmes.get(audit.programme());
        List<Long> views = log.sample(
                settings.tenant(),
                settings.casePrefix(),
                audit.month(),
                settings.audit().sampleSize());
        audits.drawn(audit.id(), views);
        execution.setVariable("viewed", !views.isEmpty());
    }

    /** The month as the head of a form, such as {@code november 2026}. */
    public String month(String auditId) {
        return MONTH.format(audits.get(auditId).month());
    }

    /** The drawn views as the lead chooses among them. */
    public List<Choice> sample(String auditId) {
        return rows(auditId).stream()
                .map(row -> new Choice(label(row), Long.toString(row.id())))
                .toList();
    }

    /** Who was refused more often than the setting within an hour, a line for each such hour of the month. */
    public String refusals(String auditId) {
        Audits.Stored audit = audits.get(auditId);
        Settings settings = programmes.get(audit.programme());
        String lines = log
                .refusals(
                        settings.tenant(),
                        settings.casePrefix(),
                        audit.month(),
                        audit.month().plusMonths(1),
                        settings.audit().refusalsPerHour())
                .stream()
                .map(this::label)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "Inga" : lines;
    }

    /** {@code 2026-11-03 09:00 · handlaggare.af2 · 57 nekade försök på en timme}. */
    private String label(AccessLog.Refusals refusals) {
        return MINUTE.format(refusals.hour().atZone(clock.getZone())) + " · " + refusals.user() + " · "
                + refusals.times() + " nekade försök på en timme";
    }

    private List<AccessLog.Row> rows(String auditId) {
        return log.get(audits.sample(audits.get(auditId).id()));
    }

    /** {@code 2026-11-03 09:14 · coach1, Individcoach · akten · SB-2026-0042}. */
    private String label(AccessLog.Row row) {
        return MINUTE.format(row.at().atZone(clock.getZone())) + " · " + row.user() + ", " + row.role() + " · "
                + row.what().words()
                + (row.which() == null ? "" : " (" + row.which() + ")")
                + (row.subject() == null ? "" : " · " + row.subject())
                + (row.denied() ? " · nekad" : "");
    }

    public Date reminder(String auditId) {
        return within(auditId, settings(auditId).audit().reminderAfter());
    }

    public Date deadline(String auditId) {
        return within(auditId, settings(auditId).audit().within());
    }

    private Date within(String auditId, Period period) {
        LocalDate begun = workingDays.onOrAfter(audits.get(auditId).month().plusMonths(1));
        return programme.morning(begun.plus(period));
    }

    private Settings settings(String auditId) {
        return programmes.get(audits.get(auditId).programme());
    }

    /** What was found, and how many of the views were the reviewer's own; {@code found} is for the steering group. */
    public void recordReview(DelegateTask task) {
        String auditId = (String) task.getVariable("auditId");
        Review review =
                facts.record(task, Review.class, audits.get(auditId).id().toString());
        List<AccessLog.Row> rows = rows(auditId);
        long own = rows.stream().filter(row -> row.user().equals(actor.user())).count();
        task.getExecution()
                .setVariable(
                        "found",
                        "%d granskade, varav %d egna, %d att följa upp"
                                .formatted(rows.size(), own, review.followUp().size()));
    }

    public void remind(DelegateExecution execution) {
        letter.toLeads(execution, "audit-reminder", null, tenant(execution), monthOf(execution));
    }

    /** Tells the steering group how it went, in numbers. */
    public void tell(DelegateExecution execution) {
        letter.toSteeringGroup(
                execution,
                "audit-result",
                tenant(execution),
                monthOf(execution) + ": " + execution.getVariable("found"));
    }

    /** Tells the steering group that the leads have not gone through the sample. */
    public void tellOverdue(DelegateExecution execution) {
        letter.toSteeringGroup(execution, "audit-overdue", tenant(execution), monthOf(execution));
    }

    /** Tells the leads who was refused, how often and when; never what was sought. */
    public void tellRefused(DelegateExecution execution) {
        RefusalAlerts.Stored alert = refusals.get((String) execution.getVariable("refusalAlertId"));
        ZonedDateTime hour = alert.hour().atZone(clock.getZone());
        letter.toLeads(
                execution,
                "audit-refused",
                null,
                tenant(execution),
                "Användaren %s har nekats %d gånger %s mellan klockan %s och %s."
                        .formatted(
                                alert.userId(),
                                alert.times(),
                                hour.toLocalDate(),
                                CLOCK.format(hour),
                                CLOCK.format(hour.plusHours(1))));
    }

    private String monthOf(DelegateExecution execution) {
        return month((String) execution.getVariable("auditId"));
    }

    private static String tenant(DelegateExecution execution) {
        return Objects.requireNonNull(execution.getTenantId());
    }
}
