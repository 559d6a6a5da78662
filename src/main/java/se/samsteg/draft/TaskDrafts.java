package se.samsteg.draft;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.engine.Actor;
import se.samsteg.engine.TaskEnded;
import se.samsteg.engine.TaskGiven;
import se.samsteg.form.OpenForms;

/** Drafts of tasks. A draft is its holder's, the task's assignee, and ends with the task. */
@Repository
@Transactional
class TaskDrafts {

    private final JdbcClient jdbc;
    private final OpenForms forms;
    private final Actor actor;
    private final Clock clock;

    TaskDrafts(JdbcClient jdbc, OpenForms forms, Actor actor, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.actor = actor;
        this.clock = clock;
    }

    /** What the user has begun in an own task. */
    Kept of(String task, OpenForms.Open form) {
        return jdbc.sql("select saved_at, content from draft where task = ? and holder = ?")
                .params(task, actor.user())
                .query((row, n) -> {
                    String content = row.getString("content");
                    return content == null
                            ? Kept.DISCARDED
                            : Kept.at(
                                    row.getObject("saved_at", OffsetDateTime.class),
                                    Content.read(content).within(form.keys()),
                                    clock);
                })
                .optional()
                .orElse(Kept.NOTHING);
    }

    /**
     * @return empty if it is no open task of the user's
     * @throws se.samsteg.form.Refused if the form has no place for the content
     */
    Optional<Kept> save(String task, byte[] content) {
        // As discard_draft does: the task that is found here does not end before this is committed.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(task)
                .query()
                .listOfRows();
        return forms.ofTask(task, actor.user()).map(form -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            Content sent = Content.sent(content, form.keys());
            Content stored = sent.rewritten(forms.concealing(form, sent.naming(form.about())));
            jdbc.sql("""
                            insert into draft (task, case_number, subject, holder, form, form_version, saved_at, content)
                            values (:task, (select case_number from case_overview where case_number = :about),
                              (select :about where not exists (select from case_overview where case_number = :about)),
                              :holder, :form, :version, :now, :content::jsonb)
                            on conflict (task) do update set holder = excluded.holder, saved_at = excluded.saved_at,
                              content = excluded.content""")
                    .param("task", task)
                    .param("about", form.about())
                    .param("holder", actor.user())
                    .param("form", form.id())
                    .param("version", form.version())
                    .param("now", now)
                    .param("content", stored.json())
                    .update();
            return Kept.at(now, null, clock);
        });
    }

    /** Discards what the user has begun in a task, if anything. */
    void discard(String task) {
        jdbc.sql("delete from draft where task = ? and holder = ?")
                .params(task, actor.user())
                .update();
    }

    @EventListener
    void on(TaskEnded event) {
        jdbc.sql("select discard_draft(?)").param(event.task()).query().listOfRows();
    }

    /** The new assignee starts empty, and is told. A task that comes back to the draft's holder has its draft again. */
    @EventListener
    void on(TaskGiven event) {
        jdbc.sql("update draft set holder = :to, content = null where task = :task and holder <> :to")
                .param("task", event.task())
                .param("to", event.assignee())
                .update();
    }
}
