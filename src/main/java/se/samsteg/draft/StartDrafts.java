package se.samsteg.draft;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.engine.Actor;
import se.samsteg.engine.FormSent;
import se.samsteg.form.OpenForms;

/**
 * Drafts of forms that start a process. There is no case yet that would take them along when it is erased, so they go by
 * themselves after a week.
 */
@Repository
@Transactional
class StartDrafts {

    private static final Period KEPT = Period.ofDays(7);

    private final JdbcClient jdbc;
    private final OpenForms forms;
    private final Actor actor;
    private final Clock clock;

    StartDrafts(JdbcClient jdbc, OpenForms forms, Actor actor, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.actor = actor;
        this.clock = clock;
    }

    /** What the user has begun in a start form. */
    Kept of(OpenForms.Open form) {
        return jdbc.sql("""
                        select saved_at, content from start_draft
                        where holder = ? and process = ? and form = ? and saved_at > ?""")
                .params(actor.user(), form.process(), form.id(), oldest())
                .query((row, n) -> Kept.at(
                        row.getObject("saved_at", OffsetDateTime.class),
                        Content.read(row.getString("content")).within(form.keys()),
                        clock))
                .optional()
                .orElse(Kept.NOTHING);
    }

    /** @throws se.samsteg.form.Refused if the form has no place for the content */
    Kept save(OpenForms.Open form, byte[] content) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Content sent = Content.sent(content, form.keys());
        Content stored = sent.rewritten(forms.concealing(form, sent.naming(null)));
        jdbc.sql("""
                        insert into start_draft (holder, process, form, form_version, saved_at, content)
                        values (?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (holder, process) do update set form = excluded.form,
                          form_version = excluded.form_version, saved_at = excluded.saved_at, content = excluded.content
                          """)
                .params(actor.user(), form.process(), form.id(), form.version(), now, stored.json())
                .update();
        return Kept.at(now, null, clock);
    }

    /** Discards what the user has begun in the start form of a process, if anything. */
    void discard(String process) {
        discard(process, actor.user());
    }

    @EventListener
    void on(FormSent event) {
        discard(event.process(), event.user());
    }

    private void discard(String process, String user) {
        jdbc.sql("delete from start_draft where holder = ? and process = ?")
                .params(user, process)
                .update();
    }

    /** At night, and at a start, for a computer that is off at night. On several nodes the second finds nothing to do. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 30 2 * * *")
    void discardOld() {
        jdbc.sql("delete from start_draft where saved_at <= ?").param(oldest()).update();
    }

    private OffsetDateTime oldest() {
        return OffsetDateTime.now(clock).minus(KEPT);
    }
}
