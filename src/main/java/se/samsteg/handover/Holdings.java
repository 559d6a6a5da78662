package se.samsteg.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.casefile.CasesNoted;

/** What each member of staff holds, and what was given on to whom. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Holdings {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holdings(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Every case of a coach or caseworker in some programmes, open or closed. */
    List<Holding> cases(String user, Collection<String> programmes) {
        return jdbc.sql("""
                        select case_number, programme, authority, complexity as weight, closed_on,
                        case when coach = :user then 'coach' else 'caseworker' end as role,
                        first_name, last_name, protected_identity
                        from case_overview c join participant on participant.id = c.person
                        where :user in (coach, caseworker) and programme in (:programmes) order by case_number""")
                .param("user", user)
                .param("programmes", programmes)
                .query(DataClassRowMapper.newInstance(Holding.class))
                .list();
    }

    /** The groups that a user leads and that have not ended. */
    List<LedGroup> groups(String user, Collection<String> programmes) {
        return jdbc.sql("""
                        select number, programme, type, place from group_overview
                        where :user in (leader, second_leader) and programme in (:programmes) and ended_on is null
                        order by number""")
                .param("user", user)
                .param("programmes", programmes)
                .query(DataClassRowMapper.newInstance(LedGroup.class))
                .list();
    }

    /**
     * Those who have or had a place in the groups, for their own processes have tasks for the leader as well; not those
     * whose coach the leader is at the same time.
     */
    List<String> participants(Collection<String> groups, String leader) {
        return groups.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct case_number from group_seat join case_overview using (case_number)
                                where group_number in (:groups) and coach is distinct from :leader""")
                        .param("groups", groups)
                        .param("leader", leader)
                        .query(String.class)
                        .list();
    }

    /**
     * Notes who gives what to whom, before it happens.
     *
     * @param occasion what is given on at the same time
     * @param reason quits, long-absence, participants-wish or other
     */
    record Gift(UUID occasion, String from, String to, String reason) {}

    void note(Gift gift, Collection<String> cases, Collection<String> groups) {
        if (!cases.isEmpty()) {
            note(gift, """
                    insert into handover (id, occasion, case_number, role, from_user, to_user, on_day, reason)
                    select gen_random_uuid(), :occasion, case_number,
                    case when coach = :from then 'coach' else 'caseworker' end, :from, :to, :day, :reason
                    from case_overview where case_number in (:things)""", cases);
            events.publishEvent(new CasesNoted(cases));
        }
        if (!groups.isEmpty()) {
            note(gift, """
                    insert into handover (id, occasion, group_number, role, from_user, to_user, on_day, reason)
                    select gen_random_uuid(), :occasion, number, 'leader', :from, :to, :day, :reason
                    from group_overview where number in (:things)""", groups);
        }
    }

    private void note(Gift gift, String sql, Collection<String> things) {
        jdbc.sql(sql)
                .param("occasion", gift.occasion())
                .param("from", gift.from())
                .param("to", gift.to())
                .param("reason", gift.reason())
                .param("day", LocalDate.now(clock))
                .param("things", things)
                .update();
    }

    List<String> casesOf(UUID occasion) {
        return jdbc.sql("select case_number from handover where occasion = ? and case_number is not null order by 1")
                .param(occasion)
                .query(String.class)
                .list();
    }

    List<String> groupsOf(UUID occasion) {
        return jdbc.sql("select group_number from handover where occasion = ? and group_number is not null order by 1")
                .param(occasion)
                .query(String.class)
                .list();
    }

    /** coach or caseworker */
    String role(UUID occasion, String caseNumber) {
        return jdbc.sql("select role from handover where occasion = ? and case_number = ?")
                .params(occasion, caseNumber)
                .query(String.class)
                .single();
    }
}
