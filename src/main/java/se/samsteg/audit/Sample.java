package se.samsteg.audit;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsteg.access.AccessLog;
import se.samsteg.form.Choice;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What the lead looks at of a month's access log: a random sample of the views, and the users refused often. */
@Component
class Sample {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Audits audits;
    private final AccessLog log;
    private final Programmes programmes;
    private final Clock clock;

    Sample(Audits audits, AccessLog log, Programmes programmes, Clock clock) {
        this.audits = audits;
        this.log = log;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** @return whether there was anything to draw from */
    boolean draw(String auditId) {
        Audits.Stored audit = audits.get(auditId);
        Settings settings = programmes.get(audit.programme());
        List<Long> views = log.sample(
                settings.tenant(),
                settings.casePrefix(),
                audit.month(),
                settings.audit().sampleSize());
        audits.drawn(audit.id(), views);
        return !views.isEmpty();
    }

    List<AccessLog.Row> rows(String auditId) {
        return log.get(audits.sample(audits.get(auditId).id()));
    }

    /** The drawn views as the lead chooses among them. */
    List<Choice> choices(String auditId) {
        return rows(auditId).stream()
                .map(row -> new Choice(label(row), Long.toString(row.id())))
                .toList();
    }

    /** Who was refused more often than the setting within an hour, a line for each such hour of the month. */
    String refusals(String auditId) {
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

    /** {@code 2026-11-03 09:14 · coach1, Individcoach · akten · SB-2026-0042}. */
    private String label(AccessLog.Row row) {
        return MINUTE.format(row.at().atZone(clock.getZone())) + " · " + row.user() + ", " + row.role() + " · "
                + row.what().words()
                + (row.which() == null ? "" : " (" + row.which() + ")")
                + (row.subject() == null ? "" : " · " + row.subject())
                + (row.denied() ? " · nekad" : "");
    }
}
