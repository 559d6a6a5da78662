package se.samsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.casefile.WrittenText;
import se.samsteg.programme.Settings;

/** Groups from planning to evaluation. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Groups implements PersonalTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    Groups(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the number of the new group */
    String create(Settings programme, GroupPlan plan, String leader) {
        int year = LocalDate.now(clock).getYear();
        int last = jdbc.sql("""
                        insert into group_counter (year, last) values (?, 1)
                        on conflict (year) do update set last = group_counter.last + 1 returning last
                        """).param(year).query(Integer.class).single();
        String number = "G-%d-%03d".formatted(year, last);
        Integer cohort = programme.group(plan.type()).cohortMonths();
        LocalDate month = plan.firstDay().withDayOfMonth(1);
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, second_leader, place,
                        first_day, weekdays, starts_at, planned, maximum, cohort_from, cohort_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                        plan.weekdays().isEmpty() ? null : String.join(",", plan.weekdays()),
                        plan.time(),
                        plan.planned(),
                        plan.maximum(),
                        cohort == null ? null : month,
                        cohort == null ? null : month.plusMonths(cohort - 1))
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

    /** The groups in which a case has a place now, at most one of each type, in the order in which it got them. */
    List<PlannedGroup> of(String caseNumber) {
        return jdbc.sql("""
                        select g.* from programme_group g join group_place p on p.group_number = g.number
                        where p.case_number = ? and p.left_on is null order by p.placed_on, g.number""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(PlannedGroup.class))
                .list();
    }

    /** The groups that a user leads or led, alone or with a colleague. */
    List<PlannedGroup> ledBy(String user) {
        return jdbc.sql("select * from programme_group where :user in (leader, second_leader) order by number")
                .param("user", user)
                .query(DataClassRowMapper.newInstance(PlannedGroup.class))
                .list();
    }

    /** The group with a number, if there is one. */
    Optional<PlannedGroup> find(String number) {
        return jdbc.sql("select * from programme_group where number = ?")
                .param(number)
                .query(DataClassRowMapper.newInstance(PlannedGroup.class))
                .optional();
    }

    /** Cancels a group: what is planned is called off, and its places end. */
    void cancel(String number) {
        jdbc.sql("update programme_group set cancelled_on = ? where number = ?")
                .params(LocalDate.now(clock), number)
                .update();
        jdbc.sql("update group_session set state = 'cancelled' where group_number = ? and state = 'planned'")
                .param(number)
                .update();
        end(number);
    }

    /** Lets the group's sessions without an end come to their end: none follows on those that are planned. */
    void close(String number) {
        jdbc.sql("update programme_group set closing_on = coalesce(closing_on, ?) where number = ?")
                .params(LocalDate.now(clock), number)
                .update();
    }

    /** Ends a group and all places in it. */
    void end(String number) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("update programme_group set ended_on = coalesce(ended_on, ?) where number = ?")
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
        jdbc.sql("update programme_group set place = '–' where place is not null and programme = ? and ended_on <= ?")
                .params(programme, day)
                .update();
    }
}
