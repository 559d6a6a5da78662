package se.samsteg.group;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.casefile.WrittenText;
import se.samsteg.form.Refused;
import se.samsteg.programme.Settings;

/** Groups, their dated sessions, who waits for a place and who has one. A closed case does not show. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Groups implements PersonalTables {

    private static final String OPEN_PLACES = """
            select case_number, seat, waiting_since::date as waiting_since, first_name, last_name, sex, language,
              interpreter, protected_identity
            from group_place p join case_overview c using (case_number) join participant on participant.id = c.person
            where c.closed_on is null and left_on is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Groups(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A participant on the waiting list or in a group; the seat is null while waiting. */
    record Member(
            String caseNumber,
            @Nullable Integer seat,
            LocalDate waitingSince,
            @Nullable String firstName,
            @Nullable String lastName,
            String sex,
            @Nullable String language,
            boolean interpreter,
            boolean protectedIdentity) {}

    /** A dated session; {@code moved} counts how many times it was moved. */
    record Dated(int number, LocalDate day, String state, int moved) {}

    /** How often a participant was recorded as what. */
    record Attendance(int attended, int excused, int absent) {}

    /** @return the number of the new group */
    String create(Settings programme, GroupPlan plan, String leader) {
        int year = LocalDate.now(clock).getYear();
        int last = jdbc.sql("""
                        insert into group_counter (year, last) values (?, 1)
                        on conflict (year) do update set last = group_counter.last + 1 returning last
                        """).param(year).query(Integer.class).single();
        String number = "G-%d-%03d".formatted(year, last);
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, second_leader, place,
                        first_day, weekdays, starts_at, planned, maximum) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number,
                        programme.id(),
                        plan.type(),
                        Boolean.TRUE.equals(plan.womenOnly()),
                        leader,
                        plan.secondLeader(),
                        plan.place(),
                        plan.firstDay(),
                        String.join(",", plan.weekdays()),
                        plan.time(),
                        plan.planned(),
                        plan.maximum())
                .update();
        return number;
    }

    /** @throws IllegalArgumentException if there is no such group */
    PlannedGroup get(String number) {
        return jdbc.sql("select * from programme_group where number = ?")
                .param(number)
                .query(DataClassRowMapper.newInstance(PlannedGroup.class))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no such group"));
    }

    /** The group that the case has or had a place in last. */
    Optional<PlannedGroup> lastOf(String caseNumber) {
        return jdbc.sql("""
                        select g.* from programme_group g join group_place p on p.group_number = g.number
                        where p.case_number = ? order by p.placed_on desc, p.waiting_since desc limit 1""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(PlannedGroup.class))
                .optional();
    }

    /** A second leader who takes over alone stays alone. */
    void changeLeader(List<String> numbers, String from, String to) {
        if (!numbers.isEmpty()) {
            jdbc.sql("""
                            update programme_group set
                            leader = case when leader = :from then :to else leader end,
                            second_leader = case when :to in (leader, second_leader) then null
                              when second_leader = :from then :to else second_leader end
                            where number in (:numbers) and :from in (leader, second_leader)""")
                    .param("from", from)
                    .param("to", to)
                    .param("numbers", numbers)
                    .update();
        }
    }

    void date(String number, List<LocalDate> days) {
        jdbc.sql("""
                        insert into group_session (group_number, number, day)
                        select ?, nth, day::date from unnest(?) with ordinality as dated (day, nth)""")
                .params(number, days.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    List<Dated> sessions(String number) {
        return jdbc.sql("select number, day, state, moved from group_session where group_number = ? order by number")
                .param(number)
                .query(DataClassRowMapper.newInstance(Dated.class))
                .list();
    }

    Dated session(String number, int session) {
        return jdbc.sql("select number, day, state, moved from group_session where group_number = ? and number = ?")
                .params(number, session)
                .query(DataClassRowMapper.newInstance(Dated.class))
                .single();
    }

    /** Puts a case on the list; one that is there, or in a group, stays as it is. */
    void await(String caseNumber, String programme, String type) {
        jdbc.sql("""
                        insert into group_place (id, case_number, programme, type, waiting_since) values (?, ?, ?, ?, ?)
                        on conflict (case_number) where left_on is null do nothing""")
                .params(UUID.randomUUID(), caseNumber, programme, type, Timestamp.from(clock.instant()))
                .update();
    }

    /** What kind of group a case waits for. */
    record Wish(String programme, String type) {}

    Optional<Wish> wish(String caseNumber) {
        return jdbc.sql(
                        "select programme, type from group_place where case_number = ? and group_number is null and left_on is null")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Wish.class))
                .optional();
    }

    /** What kinds of group the cases of the same person wait for. */
    List<Wish> wishes(String caseNumber) {
        return jdbc.sql("""
                        select p.programme, p.type from case_overview c join case_overview other on other.person = c.person
                        join group_place p on p.case_number = other.case_number
                        where c.case_number = ? and p.group_number is null and p.left_on is null""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Wish.class))
                .list();
    }

    /** Numbers of the groups in which cases of the same person have or had a place. */
    List<String> ofSamePerson(String caseNumber) {
        return jdbc.sql("""
                        select distinct p.group_number from case_overview c join case_overview other on other.person = c.person
                        join group_place p on p.case_number = other.case_number
                        where c.case_number = ? and p.group_number is not null
                        """).param(caseNumber).query(String.class).list();
    }

    /** Takes a case off the list; a place in a group stays. */
    void leaveQueue(String caseNumber) {
        jdbc.sql("delete from group_place where case_number = ? and group_number is null and left_on is null")
                .param(caseNumber)
                .update();
    }

    /** Takes a case out of its group, from today. */
    void leave(String caseNumber) {
        jdbc.sql(
                        "update group_place set left_on = ? where case_number = ? and group_number is not null and left_on is null")
                .params(LocalDate.now(clock), caseNumber)
                .update();
    }

    // Reading names to show them takes a share lock, protecting one of them an update lock: the two wait for each
    // other.

    /** Those who wait for a group of this kind, who has waited longest first. */
    List<Member> waiting(PlannedGroup group) {
        return jdbc.sql(OPEN_PLACES + """
                        and group_number is null and p.programme = ? and type = ? and (sex = 'woman' or not ?)
                        order by waiting_since, case_number for share of participant""")
                .params(group.programme(), group.type(), group.womenOnly())
                .query(DataClassRowMapper.newInstance(Member.class))
                .list();
    }

    /** Those with a place in the group, by seat. */
    List<Member> members(String number) {
        return jdbc.sql(OPEN_PLACES + "and group_number = ? order by seat for share of participant")
                .param(number)
                .query(DataClassRowMapper.newInstance(Member.class))
                .list();
    }

    /**
     * Locks the groups of a kind that are not staffed yet, always in the same order: who staffs one and who joins the
     * queue wait for each other.
     */
    List<String> lockUnstaffed(String programme, String type) {
        return jdbc.sql("""
                        select number from programme_group where programme = ? and type = ? and staffed_on is null
                        order by number for update""").params(programme, type).query(String.class).list();
    }

    /**
     * Gives places to those chosen, in the order they have waited. The group's row is locked first, so two who staff it
     * at once are counted one after the other, and never above the maximum.
     *
     * @throws Refused if there are too many, or one of them does not wait any longer
     */
    void staff(String number, List<String> caseNumbers) {
        PlannedGroup group = jdbc.sql("select * from programme_group where number = ? for update")
                .param(number)
                .query(DataClassRowMapper.newInstance(PlannedGroup.class))
                .single();
        record Taken(int places, int lastSeat) {}
        Taken taken = jdbc.sql("""
                        select count(*) filter (where left_on is null) as places, coalesce(max(seat), 0) as last_seat
                        from group_place where group_number = ?""")
                .param(number)
                .query(DataClassRowMapper.newInstance(Taken.class))
                .single();
        if (taken.places() + caseNumbers.size() > group.maximum()) {
            throw new Refused("Deltagare: gruppen tar högst %d.".formatted(group.maximum()));
        }
        LocalDate today = LocalDate.now(clock);
        int placed = jdbc.sql("""
                        with free as (
                          select p.id, p.waiting_since, p.case_number from group_place p
                          join case_overview c on c.case_number = p.case_number join participant on participant.id = c.person
                          where p.case_number = any(:cases) and p.group_number is null and p.left_on is null
                            and p.programme = :programme and p.type = :type
                            and c.closed_on is null and (sex = 'woman' or not :womenOnly)
                          for update of p),
                        seated as (select id, row_number() over (order by waiting_since, case_number) as nth from free)
                        update group_place p set group_number = :number, placed_on = :today, seat = :lastSeat + seated.nth
                        from seated where p.id = seated.id""")
                .param("cases", caseNumbers.toArray(String[]::new))
                .param("programme", group.programme())
                .param("type", group.type())
                .param("womenOnly", group.womenOnly())
                .param("number", number)
                .param("today", today)
                .param("lastSeat", taken.lastSeat())
                .update();
        if (placed != caseNumbers.size()) {
            throw new Refused("Deltagare: någon av dem väntar inte längre på en plats. Öppna uppgiften igen.");
        }
        jdbc.sql("update programme_group set staffed_on = ? where number = ?")
                .params(today, number)
                .update();
    }

    /** A session that was held, with who came as far as it was recorded, and who needs something individual. */
    void held(String number, int session, Session record) {
        settle(number, session, Session.Outcome.HELD.code(), record);
        List<Session.Attendance> roll = record.rollCall();
        jdbc.sql("""
                        insert into roll_call (group_number, session, case_number, attendance)
                        select p.group_number, ?, p.case_number, answer.attendance
                        from unnest(?, ?) as answer (seat, attendance)
                        join group_place p on p.group_number = ? and p.seat = answer.seat""")
                .params(
                        session,
                        roll.stream().map(Session.Attendance::number).toArray(Integer[]::new),
                        roll.stream().map(Session.Attendance::attendance).toArray(String[]::new),
                        number)
                .update();
        jdbc.sql("""
                        insert into individual_need (group_number, session, case_number)
                        select group_number, ?, case_number from group_place where group_number = ? and case_number = any(?)
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

    /** Case numbers of those who need something individual after a session. */
    List<String> needs(String number, int session) {
        return jdbc.sql("""
                        select case_number from individual_need join case_overview using (case_number)
                        where group_number = ? and session = ? and closed_on is null order by case_number
                        """).params(number, session).query(String.class).list();
    }

    /** The day of the last session that showed a need of the case's. */
    Optional<LocalDate> lastNeed(String caseNumber) {
        return jdbc.sql("""
                        select day from individual_need n
                        join group_session s on s.group_number = n.group_number and s.number = n.session
                        where case_number = ? order by day desc limit 1
                        """).param(caseNumber).query(LocalDate.class).optional();
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

    /** Ends a group and all places in it. */
    void end(String number) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("update programme_group set ended_on = ? where number = ?")
                .params(today, number)
                .update();
        jdbc.sql("update group_place set left_on = ? where group_number = ? and left_on is null")
                .params(today, number)
                .update();
    }

    private static final String THEIRS = "in (select group_number from group_place where case_number = any(:cases))";

    @Override
    public List<WrittenText> texts() {
        return List.of(
                WrittenText.amongOthers("group_session", "guest", "group_number " + THEIRS),
                WrittenText.amongOthers("programme_group", "place", "number " + THEIRS));
    }

    @Override
    public Set<String> subjects(String programme) {
        return jdbc.sql("select number from programme_group where programme = ?")
                .param(programme)
                .query(String.class)
                .set();
    }

    @Override
    public void eraseTexts(String programme, LocalDate day) {
        jdbc.sql("""
                        update group_session set guest = null where guest is not null and day <= :day
                        and group_number in (select number from programme_group where programme = :programme)
                        """).param("programme", programme).param("day", day).update();
        jdbc.sql("update programme_group set place = '–' where programme = ? and ended_on <= ?")
                .params(programme, day)
                .update();
    }
}
