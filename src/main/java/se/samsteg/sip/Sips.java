package se.samsteg.sip;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.StringUtils;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.casefile.WrittenText;
import se.samsteg.form.FormText;

/** The SIP meetings that were asked for, and their decisions. */
@Repository
class Sips implements PersonalTables {

    /** The obstacle where no meeting was called to; the other obstacles are options of the form. */
    private static final String NOT_CALLED = "not-called";

    private final JdbcClient jdbc;

    Sips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A SIP with what was asked for; the purpose is read from the request, where it stands. */
    record Asked(
            String caseNumber,
            LocalDate requestedOn,
            int attempts,
            @Nullable String obstacle,
            String purpose,
            @Nullable String agenda,
            String parties,
            @Nullable String otherParty) {

        List<String> invited() {
            return List.of(parties.split(","));
        }

        /**
         * For the lead, who has to bring the meeting about.
         *
         * @param meeting the form that knows the obstacles
         */
        String waiting(LocalDate today, FormText meeting) {
            String since =
                    "Begärt %s, %d dagar sedan.".formatted(requestedOn, ChronoUnit.DAYS.between(requestedOn, today));
            return attempts == 0
                    ? since
                    : since + " Försök hittills: %d, senast: %s.".formatted(attempts, obstacle(meeting));
        }

        private String obstacle(FormText meeting) {
            if (obstacle == null) {
                return "hölls";
            }
            return obstacle.equals(NOT_CALLED)
                    ? "ingen kallelse"
                    : StringUtils.uncapitalize(meeting.option("notHeldReason", obstacle));
        }
    }

    /** The last call to a meeting. */
    record Call(
            String meetingOn,
            String meetingAt,
            String place,
            String parties,
            @Nullable String other) {

        /** @param invitation the form that knows the parties */
        String text(FormText invitation) {
            return "%s kl. %s, %s. Kallade: %s."
                    .formatted(
                            meetingOn,
                            meetingAt,
                            place,
                            Stream.of(parties.split(","))
                                    .map(party -> Invitation.Party.OTHER.is(party) && other != null
                                            ? other
                                            : invitation.option("invited", party))
                                    .collect(Collectors.joining(", ")));
        }
    }

    /** A decision and whose case it is. */
    record Decided(
            UUID id,
            String caseNumber,
            String what,
            String owner,
            LocalDate dueOn,
            @Nullable String outcome) {}

    void add(UUID id, String caseNumber, LocalDate requestedOn, String requestedBy, String wantedBy) {
        jdbc.sql("insert into sip (id, case_number, requested_on, requested_by, wanted_by) values (?, ?, ?, ?, ?)")
                .params(id, caseNumber, requestedOn, requestedBy, wantedBy)
                .update();
    }

    Asked asked(UUID id) {
        return jdbc.sql("""
                        select case_number, requested_on, attempts, obstacle, content ->> 'purpose' as purpose,
                        content ->> 'agenda' as agenda, content ->> 'otherParty' as other_party,
                        (select string_agg(party, ',') from jsonb_array_elements_text(content -> 'parties') party)
                          as parties
                        from sip join current_fact fact using (case_number)
                        where sip.id = :id and fact.subject = :subject and kind = 'sip-request'""")
                .param("id", id)
                .param("subject", id.toString())
                .query(DataClassRowMapper.newInstance(Asked.class))
                .single();
    }

    Call lastCall(UUID id) {
        return jdbc.sql("""
                        select content ->> 'meetingOn' as meeting_on, left(content ->> 'meetingAt', 5) as meeting_at,
                        content ->> 'place' as place, content ->> 'otherInvited' as other,
                        (select string_agg(party, ',') from jsonb_array_elements_text(content -> 'invited') party)
                          as parties
                        from current_fact where subject = ? and kind = 'sip-invitation'
                        order by recorded_at desc limit 1""")
                .param(id.toString())
                .query(DataClassRowMapper.newInstance(Call.class))
                .single();
    }

    /** No party was called: that is no attempt. */
    void notCalled(UUID id) {
        jdbc.sql("update sip set obstacle = ? where id = ?")
                .params(NOT_CALLED, id)
                .update();
    }

    void notHeld(UUID id, String obstacle) {
        jdbc.sql("update sip set attempts = attempts + 1, obstacle = ? where id = ?")
                .params(obstacle, id)
                .update();
    }

    void held(UUID id, LocalDate heldOn, List<Meeting.Decision> decisions) {
        jdbc.sql("update sip set attempts = attempts + 1, obstacle = null, held_on = ? where id = ?")
                .params(heldOn, id)
                .update();
        for (Meeting.Decision decision : decisions) {
            jdbc.sql("insert into sip_decision (id, sip, number, what, owner, due_on) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID(),
                            id,
                            decision.number(),
                            decision.what(),
                            decision.owner(),
                            decision.dueOn())
                    .update();
        }
    }

    List<String> openDecisions(UUID id) {
        return jdbc.sql("select id from sip_decision where sip = ? and ended_on is null order by number")
                .param(id)
                .query(String.class)
                .list();
    }

    Decided decided(UUID decision) {
        return jdbc.sql("""
                        select d.id, case_number, what, owner, due_on, d.outcome
                        from sip_decision d join sip on sip.id = d.sip where d.id = ?""")
                .param(decision)
                .query(DataClassRowMapper.newInstance(Decided.class))
                .single();
    }

    void postpone(UUID decision, LocalDate dueOn) {
        jdbc.sql("update sip_decision set due_on = ?, postponed = postponed + 1 where id = ?")
                .params(dueOn, decision)
                .update();
    }

    void settle(UUID decision, String outcome, LocalDate day) {
        jdbc.sql("update sip_decision set ended_on = ?, outcome = ? where id = ?")
                .params(day, outcome, decision)
                .update();
    }

    /** Ends a SIP; decisions that are not followed up any more end with it. */
    void end(UUID id, String outcome, LocalDate day) {
        jdbc.sql("update sip set ended_on = ?, outcome = ? where id = ?")
                .params(day, outcome, id)
                .update();
        jdbc.sql("update sip_decision set ended_on = ?, outcome = ? where sip = ? and ended_on is null")
                .params(day, outcome, id)
                .update();
    }

    @Override
    public List<WrittenText> texts() {
        return List.of(WrittenText.ofCase(
                "sip_decision", "what", "sip in (select id from sip where case_number = any(:cases))"));
    }
}
