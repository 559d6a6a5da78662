package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.person.Person;

/** Which cases a member of staff has a part in. */
@Repository
class StaffCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Cases of a member of staff, by case number: all of the programmes one leads and those one coaches today, also in the
     * year after they closed; open ones that one has referred or works with. Of a person with protected identity only
     * the coach and the lead are reminded, and they without the name: others may read the list on the screen.
     */
    List<OwnCases.Recognised> of(String user, Collection<String> led) {
        return jdbc.sql("""
                        select c.case_number, p.first_name || ' ' || p.last_name as name, p.protected_identity, c.closed_on
                        from case_file c join participant p on p.id = c.person
                        where (c.closed_on is null or c.closed_on > :yearAgo) and (
                          c.programme = any(:led)
                          or :me in (c.coach, coalesce(
                            (select coalesce(c.deputy, a.deputy) from away a
                             where a.user_id = c.coach and :today between a.from_day and a.to_day
                             order by a.from_day desc limit 1), c.coach))
                          or c.closed_on is null and not p.protected_identity and (
                            c.caseworker = :me and exists (
                              select from consent k where k.case_number = c.case_number and k.authority = c.authority
                              and k.information = 'referral' and k.withdrawn_on is null and k.valid_until >= :today)
                            or c.case_number in (select case_number from group_seat
                                                 where left_on is null and :me in (leader, second_leader))
                            or c.case_number in (select case_number from current_fact where recorded_by = :me
                                                 and role in ('occupational-therapist', 'employment-consultant'))))
                        order by c.case_number""")
                .param("led", led.toArray(String[]::new))
                .param("me", user)
                .param("today", LocalDate.now(clock))
                .param("yearAgo", LocalDate.now(clock).minusYears(1))
                .query((row, n) -> new OwnCases.Recognised(
                        row.getString("case_number"),
                        (row.getBoolean("protected_identity") ? Person.PROTECTED : row.getString("name"))
                                + (row.getObject("closed_on") == null ? "" : ", avslutat")))
                .list();
    }

    /** Whether a user works with the participant beside coach and lead: leads the group, trains, assesses. */
    boolean worksWith(String user, String caseNumber) {
        return jdbc.sql("""
                        select exists (select from group_seat where case_number = :case and left_on is null
                                       and :user in (leader, second_leader))
                        or exists (select from current_fact where case_number = :case and recorded_by = :user
                                   and role in ('occupational-therapist', 'employment-consultant'))""")
                .param("case", caseNumber)
                .param("user", user)
                .query(Boolean.class)
                .single();
    }

    /**
     * The roles in which a user has a part in a case beside coach, lead and caseworker: as a leader of the participant's
     * group, as the therapist or consultant who recorded something; and, for every user alike, the conference's if it had
     * the case on its agenda.
     */
    Set<String> parts(String user, String caseNumber) {
        return jdbc.sql("""
                        select 'group-coach' from group_seat
                        where case_number = :case and left_on is null and :user in (leader, second_leader)
                        union select role from current_fact where case_number = :case and recorded_by = :user
                          and role in ('occupational-therapist', 'employment-consultant')
                        union select 'conference' from agenda_item where case_number = :case""").param("case", caseNumber).param("user", user).query(String.class).list().stream()
                .collect(Collectors.toSet());
    }

    /** A user who leads a group of the participant, or recorded something in a role. */
    record Part(String user, String role) {}

    /** All who have a part as {@link #parts} says it, but for the conference's members. */
    List<Part> parts(String caseNumber) {
        return jdbc.sql("""
                        select leader as "user", 'group-coach' as role from group_seat
                        where case_number = :case and left_on is null
                        union select second_leader, 'group-coach' from group_seat
                        where case_number = :case and left_on is null and second_leader is not null
                        union select recorded_by, role from current_fact where case_number = :case
                          and role in ('occupational-therapist', 'employment-consultant')
                        order by 1""").param("case", caseNumber).query(Part.class).list();
    }

    /** Whether the conference has or had a case on its agenda. */
    boolean assessed(String caseNumber) {
        return jdbc.sql("select exists (select from agenda_item where case_number = ?)")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** User ids of those who are away today. */
    Set<String> away() {
        return jdbc.sql("select user_id from away where ? between from_day and to_day")
                .param(LocalDate.now(clock))
                .query(String.class)
                .set();
    }

    /** Every coach of the tenant's staff with the weight of open cases, user id to points. */
    public Map<String, Integer> load() {
        return jdbc
                .sql(
                        "select coach, sum(complexity) as points from case_file where closed_on is null and coach is not null group by coach")
                .query((row, n) -> Map.entry(row.getString("coach"), row.getInt("points")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
