package se.samsteg.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.CasesNoted;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.casefile.WrittenText;

/** What other parties have promised, and what came of it. */
@Repository
class Measures implements PersonalTables {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Measures(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** How late a measure is. */
    record Lateness(
            int timesOverdue,
            LocalDate promisedFor,
            @Nullable LocalDate raisedFor) {

        /** The lead hears of the second time, and again only when another promised day has passed. */
        boolean concernsTheLead() {
            return timesOverdue > 1 && (raisedFor == null || promisedFor.isAfter(raisedFor));
        }
    }

    /** An attempt to get it, as it was recorded. */
    record Attempt(String contactedOn, String contactBy, String contactWith, String result) {}

    /** @return whether it is new: what a fact has promised is opened once */
    boolean add(Promised promised) {
        return jdbc.sql("""
                        insert into measure (id, case_number, kind, promised, promised_by, unit, promised_for, opened_on,
                        opened_from, source, source_step)
                        values (:id, :caseNumber, :kind, :promised, :promisedBy, :unit, :promisedFor, :openedOn,
                        :openedFrom, :source, :sourceStep) on conflict (source, source_step) do nothing
                        """).paramSource(promised).update() == 1;
    }

    Promised get(UUID id) {
        return jdbc.sql("select * from measure where id = ?")
                .param(id)
                .query(DataClassRowMapper.newInstance(Promised.class))
                .single();
    }

    /** What is not settled in a case. */
    List<Promised> open(String caseNumber) {
        return jdbc.sql("select * from measure where case_number = ? and ended_on is null")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Promised.class))
                .list();
    }

    /** Until when it is promised by the last attempt that said so, otherwise by the report of a member of staff, as they stand now. */
    Optional<LocalDate> told(UUID id) {
        return jdbc.sql("""
                        select coalesce(content ->> 'newPromisedFor', content ->> 'promisedFor')::date from current_fact
                        where subject = ? and kind in ('measure-promise', 'measure-follow-up')
                        and coalesce(content ->> 'newPromisedFor', content ->> 'promisedFor') is not null
                        order by recorded_at desc limit 1""").param(id.toString()).query(LocalDate.class).optional();
    }

    List<Attempt> attempts(UUID id) {
        return jdbc.sql("""
                        select content ->> 'contactedOn' as contacted_on, content ->> 'contactBy' as contact_by,
                        content ->> 'contactWith' as contact_with, content ->> 'result' as result
                        from current_fact where subject = ? and kind = 'measure-follow-up' order by recorded_at desc""")
                .param(id.toString())
                .query(DataClassRowMapper.newInstance(Attempt.class))
                .list();
    }

    void promiseAnew(UUID id, LocalDate promisedFor) {
        jdbc.sql("update measure set promised_for = ? where id = ?")
                .params(promisedFor, id)
                .update();
    }

    /** Since when what was promised goes on; empty while it is waited for. */
    Optional<LocalDate> begunOn(UUID id) {
        return jdbc.sql("select begun_on from measure where id = ? and begun_on is not null")
                .param(id)
                .query(LocalDate.class)
                .optional();
    }

    /** What has been said of its days before stays where nothing else is said. */
    void went(UUID id, @Nullable LocalDate begunOn, @Nullable LocalDate finishedOn) {
        jdbc.sql(
                        "update measure set begun_on = coalesce(?, begun_on), finished_on = coalesce(?, finished_on) where id = ?")
                .params(begunOn, finishedOn, id)
                .update();
    }

    Lateness countOverdue(UUID id) {
        return jdbc.sql("""
                        update measure set times_overdue = times_overdue + 1 where id = ?
                        returning times_overdue, promised_for, raised_for""")
                .param(id)
                .query(DataClassRowMapper.newInstance(Lateness.class))
                .single();
    }

    void raised(UUID id) {
        jdbc.sql("update measure set raised_for = promised_for where id = ?")
                .param(id)
                .update();
    }

    void end(UUID id, String outcome, LocalDate day) {
        String caseNumber = jdbc.sql("update measure set ended_on = ?, outcome = ? where id = ? returning case_number")
                .params(day, outcome, id)
                .query(String.class)
                .single();
        events.publishEvent(new CasesNoted(List.of(caseNumber)));
    }

    @Override
    public List<WrittenText> texts() {
        return List.of(
                WrittenText.ofCase("measure", "promised", "case_number = any(:cases)"),
                WrittenText.ofCase("measure", "unit", "case_number = any(:cases)"));
    }
}
