package se.samsteg.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The dated sessions of groups, and who came. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A dated session.
     *
     * @param series the name of its series
     * @param slot what the group's process waits by: in a series without an end the next session takes the slot of the last
     * @param moved how many times it was moved
     */
    record Dated(int number, String series, int slot, LocalDate day, String state, int moved) {

        private static final String PLANNED = "planned";

        boolean planned() {
            return state.equals(PLANNED);
        }
    }

    private static final String DATED = "select number, series, slot, day, state, moved from group_session ";

    /** How often a participant was recorded as what. */
    record Attendance(int attended, int excused, int absent) {}

    /** Adds sessions of a series after those that are dated already, each in a slot of its own. */
    void date(String number, String series, List<LocalDate> days) {
        jdbc.sql("""
                        insert into group_session (group_number, number, series, slot, day)
                        select :number, nth + sessions, :series, nth + slots, day::date
                        from unnest(:days) with ordinality as dated (day, nth),
                          (select count(*) as sessions, coalesce(max(slot), 0) as slots
                           from group_session where group_number = :number) there""")
                .param("number", number)
                .param("series", series)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    /** Adds the session that follows on another, in its series and slot. */
    void follow(String number, Dated session, LocalDate day) {
        jdbc.sql("""
                        insert into group_session (group_number, number, series, slot, day)
                        select :number, count(*) + 1, :series, :slot, :day from group_session where group_number = :number
                        """)
                .param("number", number)
                .param("series", session.series())
                .param("slot", session.slot())
                .param("day", day)
                .update();
    }

    List<Dated> sessions(String number) {
        return jdbc.sql(DATED + "where group_number = ? order by number")
                .param(number)
                .query(DataClassRowMapper.newInstance(Dated.class))
                .list();
    }

    /** The last session in a slot. */
    Dated session(String number, int slot) {
        return jdbc.sql(DATED + "where group_number = ? and slot = ? order by number desc limit 1")
                .params(number, slot)
                .query(DataClassRowMapper.newInstance(Dated.class))
                .single();
    }

    int slots(String number) {
        return jdbc.sql("select count(distinct slot) from group_session where group_number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** A session that was held, with who came as far as it was recorded, and who needs something individual. */
    void held(String number, int session, Session record) {
        settle(number, session, Session.Outcome.HELD.code(), record);
        List<Session.Attendance> roll = record.recorded();
        jdbc.sql("""
                        insert into roll_call (group_number, session, case_number, attendance)
                        select p.group_number, ?, p.case_number, answer.attendance
                        from unnest(?, ?) as answer (seat, attendance)
                        join group_place p on p.group_number = ? and p.seat = answer.seat and p.left_on is null""")
                .params(
                        session,
                        roll.stream().map(Session.Attendance::seat).toArray(Integer[]::new),
                        roll.stream().map(Session.Attendance::attendance).toArray(String[]::new),
                        number)
                .update();
        jdbc.sql("""
                        insert into individual_need (group_number, session, case_number)
                        select group_number, ?, case_number from group_place
                        where group_number = ? and case_number = any(?) and left_on is null
                        """)
                .params(session, number, record.needs().toArray(String[]::new))
                .update();
    }

    void cancelled(String number, int session, Session record) {
        settle(number, session, Session.Outcome.CANCELLED.code(), record);
    }

    private void settle(String number, int session, String state, Session record) {
        jdbc.sql("update group_session set state = ?, themes = ?, guest = ? where group_number = ? and number = ?")
                .params(state, String.join(",", record.themes()), record.guest(), number, session)
                .update();
    }

    void move(String number, int session, LocalDate day) {
        jdbc.sql("update group_session set day = ?, moved = moved + 1 where group_number = ? and number = ?")
                .params(day, number, session)
                .update();
    }

    /** What was recorded in a session, attendance by case number. */
    Map<String, String> rollCall(String number, int session) {
        Map<String, String> recorded = new TreeMap<>();
        jdbc.sql("""
                        select case_number, attendance from roll_call join case_overview using (case_number)
                        where group_number = ? and session = ? and closed_on is null
                        """).params(number, session).query(row -> {
            recorded.put(row.getString("case_number"), row.getString("attendance"));
        });
        return recorded;
    }

    /** What is recorded of a case in a session. */
    record Called(String groupNumber, int session, String type, String attendance) {}

    /** What is recorded of a case on a day, in each group that met then. */
    List<Called> called(String caseNumber, LocalDate day) {
        return jdbc.sql("""
                        select r.group_number, r.session, g.type, r.attendance from roll_call r
                        join group_session s on s.group_number = r.group_number and s.number = r.session
                        join programme_group g on g.number = r.group_number
                        where r.case_number = ? and s.day = ? order by r.group_number, r.session for update of r""")
                .params(caseNumber, day)
                .query(DataClassRowMapper.newInstance(Called.class))
                .list();
    }

    void correct(String caseNumber, Called called, String attendance) {
        jdbc.sql("update roll_call set attendance = ? where group_number = ? and session = ? and case_number = ?")
                .params(attendance, called.groupNumber(), called.session(), caseNumber)
                .update();
    }

    /** Case numbers of those who need something individual after a session. */
    List<String> needs(String number, int session) {
        return jdbc.sql("""
                        select case_number from individual_need join case_overview using (case_number)
                        where group_number = ? and session = ? and closed_on is null order by case_number
                        """).params(number, session).query(String.class).list();
    }

    /** In which group, and on which day, a need of a participant's showed. */
    record Need(String groupNumber, LocalDate day) {}

    /** The last session of a group of the type that showed a need of the case's; of any group if none of the type did. */
    Optional<Need> lastNeed(String caseNumber, String type) {
        return jdbc.sql("""
                        select n.group_number, s.day from individual_need n
                        join group_session s on s.group_number = n.group_number and s.number = n.session
                        join programme_group g on g.number = n.group_number
                        where n.case_number = ? order by g.type = ? desc, s.day desc limit 1""")
                .params(caseNumber, type)
                .query(DataClassRowMapper.newInstance(Need.class))
                .optional();
    }

    /** What was recorded of a case in a group; sessions without a record are in none of the numbers. */
    Attendance attendance(String number, String caseNumber) {
        return jdbc.sql("""
                        select count(*) filter (where attendance in ('took-part', 'present')) as attended,
                          count(*) filter (where attendance = 'excused') as excused,
                          count(*) filter (where attendance = 'absent') as absent
                        from roll_call where group_number = ? and case_number = ?""")
                .params(number, caseNumber)
                .query(DataClassRowMapper.newInstance(Attendance.class))
                .single();
    }
}
