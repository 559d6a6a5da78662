package se.samsteg.sip;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.CasesNoted;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.casefile.WrittenText;

/** The SIP meetings that were asked for, and their decisions. */
@Repository
class Sips implements PersonalTables {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Sips(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** A SIP; whether a party was called can be corrected, that the form was sent cannot. */
    SipMeeting get(UUID id) {
        return jdbc.sql("""
                        select id, case_number, kind, requested_on, requested_by, wanted_by, attempts, obstacle, held_on, ended_on,
                        outcome, (select count(*) from current_fact
                          where subject = :subject and kind = 'sip-invitation') as calls
                        from sip where id = :id""")
                .param("id", id)
                .param("subject", id.toString())
                .query(DataClassRowMapper.newInstance(SipMeeting.class))
                .single();
    }

    void save(SipMeeting sip) {
        jdbc.sql("""
                        insert into sip (id, case_number, kind, requested_on, requested_by, wanted_by, attempts, obstacle, held_on,
                        ended_on, outcome)
                        values (:id, :caseNumber, :kind, :requestedOn, :requestedBy, :wantedBy, :attempts, :obstacle, :heldOn,
                        :endedOn, :outcome)
                        on conflict (id) do update set attempts = excluded.attempts, obstacle = excluded.obstacle,
                        held_on = excluded.held_on, ended_on = excluded.ended_on, outcome = excluded.outcome
                        """).paramSource(sip).update();
        events.publishEvent(new CasesNoted(List.of(sip.caseNumber())));
    }

    /** Whether a SIP meeting of the case was asked for, other than one that its exit has closed before it was held. */
    boolean asked(String caseNumber) {
        return jdbc.sql("""
                        select exists (select from sip where case_number = ? and kind = 'with-authorities'
                        and (held_on is not null or outcome is distinct from 'case-closed'))""").param(caseNumber).query(Boolean.class).single();
    }

    /** The meeting that the coach asked for last, when asked whether the participant has one. */
    UUID proposed(String caseNumber) {
        return jdbc.sql("""
                        select subject::uuid from current_fact
                        where case_number = ? and kind = 'proposal-answer' and subject is not null
                        order by recorded_at desc limit 1""").param(caseNumber).query(UUID.class).single();
    }

    SipDecision decision(UUID id) {
        return decisions("d.id = ?", id).single();
    }

    /** What is still to be followed up, in the order of the form. */
    List<SipDecision> openDecisions(UUID sip) {
        return decisions("d.sip = ? and d.ended_on is null", sip).list();
    }

    /** Open decisions of a case that have another day than the meeting's form says now. */
    List<SipDecision> corrected(String caseNumber) {
        return jdbc.sql("""
                        select d.id, d.sip, s.case_number, d.number, d.what, d.owner, told.due_on, d.postponed, d.ended_on, d.outcome
                        from sip_decision d join sip s on s.id = d.sip
                        cross join lateral (
                          select coalesce(content ->> 'newDate', content ->> format('decision%sDate', d.number))::date as due_on
                          from current_fact
                          where subject = d.id::text and kind = 'sip-decision' and content ->> 'newDate' is not null
                          or subject = s.id::text and kind = 'sip-meeting'
                            and content ->> format('decision%sDate', d.number) is not null
                          order by recorded_at desc limit 1) told
                        where s.case_number = ? and d.ended_on is null and told.due_on <> d.due_on""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(SipDecision.class))
                .list();
    }

    /** A meeting that was called to and is not documented yet. */
    record Called(UUID sip, LocalDate meetingOn) {}

    /** The meetings of a case that are to come, each with its day as it stands now. */
    List<Called> called(String caseNumber) {
        return jdbc.sql("""
                        select distinct on (s.id) s.id as sip, (f.content ->> 'meetingOn')::date as meeting_on
                        from sip s join current_fact f on f.subject = s.id::text and f.kind = 'sip-invitation'
                        where s.case_number = ? and held_on is null and ended_on is null
                        and f.content ->> 'meetingOn' is not null
                        order by s.id, f.recorded_at desc""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Called.class))
                .list();
    }

    private JdbcClient.MappedQuerySpec<SipDecision> decisions(String which, UUID id) {
        return jdbc.sql("""
                        select d.id, d.sip, s.case_number, d.number, d.what, d.owner, d.due_on, d.postponed, d.ended_on,
                        d.outcome
                        from sip_decision d join sip s on s.id = d.sip where %s order by d.number
                        """.formatted(which)).param(id).query(DataClassRowMapper.newInstance(SipDecision.class));
    }

    void save(SipDecision decision) {
        jdbc.sql("""
                        insert into sip_decision (id, sip, number, what, owner, due_on, postponed, ended_on, outcome)
                        values (:id, :sip, :number, :what, :owner, :dueOn, :postponed, :endedOn, :outcome)
                        on conflict (id) do update set due_on = excluded.due_on, postponed = excluded.postponed,
                        ended_on = excluded.ended_on, outcome = excluded.outcome""").paramSource(decision).update();
    }

    @Override
    public List<WrittenText> texts() {
        return List.of(WrittenText.ofCase(
                "sip_decision", "what", "sip in (select id from sip where case_number = any(:cases))"));
    }
}
