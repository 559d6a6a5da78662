package se.samsteg.sip;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;

/** What the forms of a SIP show when they are opened, by their keys: what was asked for, called to and decided. */
@Component
class Prefill {

    private final JdbcClient jdbc;
    private final Sips sips;
    private final FormTexts texts;
    private final Clock clock;

    Prefill(JdbcClient jdbc, Sips sips, FormTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.sips = sips;
        this.texts = texts;
        this.clock = clock;
    }

    /** A SIP with what was asked for; the purpose is read from the request, where it stands. */
    private record Asked(
            String caseNumber,
            LocalDate requestedOn,
            int attempts,
            @Nullable String obstacle,
            String purpose,
            @Nullable String agenda,
            @Nullable String parties,
            @Nullable String otherParty,
            @Nullable String network) {

        List<String> invited() {
            return parties == null ? List.of() : List.of(parties.split(","));
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
            return obstacle.equals(SipMeeting.NOT_CALLED)
                    ? "ingen kallelse"
                    : StringUtils.uncapitalize(meeting.option("notHeldReason", obstacle));
        }
    }

    /** The last call to a meeting. */
    private record Call(
            String meetingOn,
            String meetingAt,
            String place,
            @Nullable String parties,
            @Nullable String other,
            @Nullable String network) {

        /** @param invitation the form that knows the parties */
        String text(FormText invitation) {
            return "%s kl. %s, %s. Kallade: %s.".formatted(meetingOn, meetingAt, place, invited(invitation));
        }

        private String invited(FormText invitation) {
            Stream<String> authorities = parties == null
                    ? Stream.empty()
                    : Stream.of(parties.split(","))
                            .map(party -> Invitation.Party.OTHER.is(party) && other != null
                                    ? other
                                    : invitation.option("invited", party));
            return Stream.concat(authorities, Stream.ofNullable(network)).collect(Collectors.joining(", "));
        }
    }

    Map<String, Object> asked(UUID sip) {
        Asked asked = request(sip);
        Map<String, Object> shown = new HashMap<>();
        shown.put("purpose", asked.purpose());
        shown.put("waiting", asked.waiting(LocalDate.now(clock), texts.get("sip-meeting")));
        shown.put("invited", asked.invited());
        put(shown, "agenda", asked.agenda());
        put(shown, "otherInvited", asked.otherParty());
        put(shown, "network", asked.network());
        put(shown, "networkInvited", asked.network());
        return shown;
    }

    Map<String, Object> called(UUID sip) {
        Call call = lastCall(sip);
        Asked asked = request(sip);
        Map<String, Object> shown = new HashMap<>();
        shown.put("purpose", asked.purpose());
        shown.put("invitation", call.text(texts.get("sip-invitation")));
        shown.put("heldOn", call.meetingOn());
        put(shown, "network", asked.network());
        return shown;
    }

    Map<String, String> decided(UUID decision) {
        SipDecision decided = sips.decision(decision);
        return Map.of(
                "decision", decided.what(),
                "owner", texts.get("sip-meeting").option("decision1Owner", decided.owner()),
                "dueOn", decided.dueOn().toString());
    }

    private Asked request(UUID id) {
        return jdbc.sql("""
                        select case_number, requested_on, attempts, obstacle, content ->> 'purpose' as purpose,
                        content ->> 'agenda' as agenda, content ->> 'otherParty' as other_party,
                        content ->> 'network' as network,
                        (select string_agg(party #>> '{}', ',') from jsonb_path_query(content, '$.parties[*]') party)
                          as parties
                        from sip join current_fact fact using (case_number)
                        where sip.id = :id and fact.subject = :subject
                        and fact.kind in ('sip-request', 'proposal-answer')""")
                .param("id", id)
                .param("subject", id.toString())
                .query(DataClassRowMapper.newInstance(Asked.class))
                .single();
    }

    private Call lastCall(UUID id) {
        return jdbc.sql("""
                        select content ->> 'meetingOn' as meeting_on, left(content ->> 'meetingAt', 5) as meeting_at,
                        content ->> 'place' as place, content ->> 'otherInvited' as other,
                        content ->> 'networkInvited' as network,
                        (select string_agg(party #>> '{}', ',') from jsonb_path_query(content, '$.invited[*]') party)
                          as parties
                        from current_fact where subject = ? and kind = 'sip-invitation'
                        order by recorded_at desc limit 1""")
                .param(id.toString())
                .query(DataClassRowMapper.newInstance(Call.class))
                .single();
    }

    private static void put(Map<String, Object> shown, String key, @Nullable String text) {
        if (text != null) {
            shown.put(key, text);
        }
    }
}
