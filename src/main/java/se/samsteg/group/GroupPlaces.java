package se.samsteg.group;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.form.Refused;

/** Who waits for a group, and who has a place in one. A closed case does not show. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class GroupPlaces {

    private static final String OPEN_PLACES = """
            select case_number, seat, waiting_since::date as waiting_since, first_name, last_name, sex, language,
              interpreter, protected_identity,
              exists (select from care_pause pause where pause.case_number = p.case_number and ended_on is null) as paused
            from group_place p join case_overview c using (case_number) join participant on participant.id = c.person
            where c.closed_on is null and left_on is null
            """;

    private final JdbcClient jdbc;
    private final GroupTypes types;
    private final Clock clock;

    GroupPlaces(JdbcClient jdbc, GroupTypes types, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.clock = clock;
    }

    /**
     * A participant on the waiting list or in a group; the seat is null while waiting.
     *
     * @param paused whether care comes first, so that the participant is not expected
     */
    record Member(
            String caseNumber,
            @Nullable Integer seat,
            LocalDate waitingSince,
            @Nullable String firstName,
            @Nullable String lastName,
            String sex,
            @Nullable String language,
            boolean interpreter,
            boolean protectedIdentity,
            boolean paused) {}

    /**
     * Puts a case on the list; one that waits for a group of the type, or is in one, stays as it is. After a group that was
     * cancelled it has waited since it began to wait for that one.
     */
    void await(String caseNumber, String programme, String type) {
        jdbc.sql("""
                        insert into group_place (id, case_number, programme, type, waiting_since)
                        values (:id, :case, :programme, :type, coalesce((
                          select last.waiting_since from (
                            select p.waiting_since, p.left_on, g.cancelled_on
                            from group_place p join programme_group g on g.number = p.group_number
                            where p.case_number = :case and p.type = :type
                            order by p.placed_on desc, p.waiting_since desc limit 1) last
                          where last.left_on = last.cancelled_on), :now))
                        on conflict (case_number, type) where left_on is null do nothing""")
                .param("id", UUID.randomUUID())
                .param("case", caseNumber)
                .param("programme", programme)
                .param("type", type)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What kind of group a case waits for. */
    record Wish(String programme, String type) {}

    /** What kinds of group a case waits for, that for which it has waited longest first. */
    List<Wish> waits(String caseNumber) {
        return jdbc.sql("""
                        select programme, type from group_place
                        where case_number = ? and group_number is null and left_on is null
                        order by waiting_since, type""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Wish.class))
                .list();
    }

    /** The types of group in which a case has a place, or for which it waits. */
    Set<String> openTypes(String caseNumber) {
        return jdbc.sql("select type from group_place where case_number = ? and left_on is null")
                .param(caseNumber)
                .query(String.class)
                .set();
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

    /** Takes a case off the list of a type; a place in a group stays. */
    void leaveQueue(String caseNumber, String type) {
        jdbc.sql(
                        "delete from group_place where case_number = ? and type = ? and group_number is null and left_on is null")
                .params(caseNumber, type)
                .update();
    }

    /** Takes a case out of a group, from today. */
    void leave(String number, String caseNumber) {
        jdbc.sql("update group_place set left_on = ? where case_number = ? and group_number = ? and left_on is null")
                .params(LocalDate.now(clock), caseNumber, number)
                .update();
    }

    /**
     * Locks the groups of a kind that have not ended, always in the same order: who staffs one and who joins the queue wait
     * for each other.
     */
    List<String> lockRunning(String programme, String type) {
        return jdbc.sql("""
                        select number from programme_group where programme = ? and type = ? and ended_on is null
                        order by number for update""").params(programme, type).query(String.class).list();
    }

    /**
     * Gives places to those chosen, in the order they have waited. The group's row is locked first, so two who staff it
     * at once are counted one after the other, and never above the maximum.
     *
     * @throws Refused if there are too many, or one of them does not wait any longer
     */
    void staff(String number, List<String> caseNumbers) {
        seat(number, caseNumbers, null);
        jdbc.sql("update programme_group set staffed_on = coalesce(staffed_on, ?) where number = ?")
                .params(LocalDate.now(clock), number)
                .update();
    }

    /**
     * Gives a place in a group to a case that waits for a group of that type or of another.
     *
     * @param waitedFor the type that it waits for
     * @throws Refused if the group has ended, has no free seat or does not take the participant
     */
    void join(String number, String caseNumber, String waitedFor) {
        seat(number, List.of(caseNumber), waitedFor);
    }

    private void seat(String number, List<String> caseNumbers, @Nullable String waitedFor) {
        PlannedGroup group = jdbc.sql("select * from programme_group where number = ? for update")
                .param(number)
                .query(DataClassRowMapper.newInstance(PlannedGroup.class))
                .single()
                .running();
        int taken = jdbc.sql("select count(*) from group_place where group_number = ? and left_on is null")
                .param(number)
                .query(Integer.class)
                .single();
        if (taken + caseNumbers.size() > group.maximum()) {
            throw new Refused(
                    "%s: gruppen tar högst %d.".formatted(waitedFor == null ? "Deltagare" : "Grupp", group.maximum()));
        }
        // A seat that was left is taken last: an open roll call may still show who had it.
        int placed = jdbc.sql("""
                        with free as (
                          select p.id, p.waiting_since, p.case_number from group_place p
                          join case_overview c on c.case_number = p.case_number join participant on participant.id = c.person
                          where p.case_number = any(:cases) and p.group_number is null and p.left_on is null
                            and p.programme = :programme and p.type = :waitedFor
                            and c.closed_on is null and (sex = any(:admitted) or not :womenOnly)
                          for update of p),
                        chosen as (select id, row_number() over (order by waiting_since, case_number) as nth from free),
                        seats as (
                          select n, row_number() over (order by exists (
                            select from group_place had where had.group_number = :number and had.seat = n), n) as nth
                          from generate_series(1, :maximum) n
                          where not exists (select from group_place has
                            where has.group_number = :number and has.seat = n and has.left_on is null))
                        update group_place p set group_number = :number, type = :type, placed_on = :today, seat = seats.n
                        from chosen join seats using (nth) where p.id = chosen.id""")
                .param("cases", caseNumbers.toArray(String[]::new))
                .param("programme", group.programme())
                .param("waitedFor", waitedFor == null ? group.type() : waitedFor)
                .param("type", group.type())
                .param("womenOnly", group.womenOnly())
                .param("admitted", admitted(group))
                .param("number", number)
                .param("maximum", group.maximum())
                .param("today", LocalDate.now(clock))
                .update();
        if (placed != caseNumbers.size()) {
            throw new Refused(
                    waitedFor == null
                            ? "Deltagare: någon av dem väntar inte längre på en plats. Öppna uppgiften igen."
                            : "Grupp: gruppen är för andra, eller deltagaren väntar inte längre på en plats.");
        }
    }

    // Reading names to show them takes a share lock, protecting one of them an update lock: the two wait for each
    // other.

    /** Those who wait for a group of this kind, who has waited longest first. */
    List<Member> waiting(PlannedGroup group) {
        return jdbc.sql(OPEN_PLACES + """
                        and group_number is null and p.programme = ? and type = ? and (sex = any(?) or not ?)
                        order by waiting_since, case_number for share of participant""")
                .params(group.programme(), group.type(), admitted(group), group.womenOnly())
                .query(DataClassRowMapper.newInstance(Member.class))
                .list();
    }

    /** The sexes that a group for women only is for. */
    private String[] admitted(PlannedGroup group) {
        return types.of(group).womenOnlyAdmits().toArray(String[]::new);
    }

    /** Those with a place in the group, by seat. */
    List<Member> members(String number) {
        return jdbc.sql(OPEN_PLACES + "and group_number = ? order by seat for share of participant")
                .param(number)
                .query(DataClassRowMapper.newInstance(Member.class))
                .list();
    }
}
