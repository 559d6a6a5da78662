package se.samsteg.retention;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that is kept of persons whose cases are over. A person's cases in one programme are one file: it is kept until the
 * last note in any of them is old enough, and it goes as a whole. What was noted about a group or a sitting is a note about
 * everybody who was in it then. A referral that was never admitted is part of the file of the person it names.
 */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class ClosedFiles {

    private final JdbcClient jdbc;

    ClosedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One person's cases in a programme.
     *
     * @param cases case numbers in the order they were opened
     * @param born null where it is not known
     */
    record File(
            UUID person,
            List<String> cases,
            LocalDate lastNote,
            @Nullable LocalDate born,
            int facts,
            int documents,
            int letters) {

        /** What the file is known by: its first case. */
        String number() {
            return cases.get(0);
        }
    }

    /** @return in which no case is open and nothing was noted after that day, the oldest first */
    List<File> untouchedSince(String programme, LocalDate day) {
        return jdbc.sql("""
                        with one as (
                          select p.id, coalesce(k.id, p.id) as person from person p
                          left join person k on k.tenant = p.tenant and k.identity_number = p.identity_number and not k.held),
                        closed as (
                          select one.person, c.case_number, c.opened_on, greatest(c.closed_on,
                            (select max(recorded_at) from fact where case_number = c.case_number),
                            (select max(drawn_up_at) from document where case_number = c.case_number),
                            (select max(recorded_at) from fact join group_place p on subject = p.group_number
                             where p.case_number = c.case_number
                             and (recorded_at at time zone 'Europe/Stockholm')::date <= p.left_on),
                            (select max(recorded_at) from fact join agenda a on subject = a.sitting::text
                             where a.case_number = c.case_number)) as noted
                          from case_file c join one on one.id = c.person
                          where c.programme = :programme and c.closed_on <= :day
                          and not exists (select from case_file open join one other on other.id = open.person
                                          where other.person = one.person and open.programme = c.programme
                                          and (open.closed_on is null or open.closed_on > :day))),
                        file as (
                          select person, array_agg(case_number order by opened_on, case_number) as cases,
                          (max(noted) at time zone 'Europe/Stockholm')::date as last_note from closed group by person)
                        select file.*, person.birth_date,
                          (select count(*) from fact where case_number = any(cases)) as facts,
                          (select count(*) from document where case_number = any(cases)) as documents,
                          (select count(*) from letter where case_number = any(cases)) as letters
                        from file join person on person.id = file.person
                        where last_note <= :day order by last_note, cases""")
                .param("programme", programme)
                .param("day", day)
                .query((row, n) -> new File(
                        row.getObject("person", UUID.class),
                        Arrays.asList((String[]) row.getArray("cases").getArray()),
                        row.getObject("last_note", LocalDate.class),
                        row.getObject("birth_date", LocalDate.class),
                        row.getInt("facts"),
                        row.getInt("documents"),
                        row.getInt("letters")))
                .list();
    }

    /** Whoever is about to note something in one of the files waits until this transaction has ended. */
    void lock(Collection<File> files) {
        jdbc.sql("select from case_file where case_number = any(?) for update")
                .params((Object) cases(files))
                .query()
                .listOfRows();
    }

    private static String[] cases(Collection<File> files) {
        return files.stream().flatMap(file -> file.cases().stream()).toArray(String[]::new);
    }

    /**
     * Erases the files with everything that refers to them, and the persons of whom nothing is left in any programme. The
     * database does it: every table about a case says that its rows go with the case.
     */
    void erase(Collection<File> files) {
        UUID[] persons = files.stream().map(File::person).toArray(UUID[]::new);
        jdbc.sql("delete from case_file where case_number = any(?)")
                .params((Object) cases(files))
                .update();
        jdbc.sql("""
                        delete from person p where (id = any(?) or held)
                        and not exists (select from case_file where person = p.id)""").params((Object) persons).update();
    }

    /**
     * Erases what was noted up to a day about the programme's groups and sittings, and what was typed into those that were
     * over by then. That there were such stays, as a number of its own.
     *
     * @return how many notes
     */
    int eraseNotes(String programme, LocalDate day) {
        jdbc.sql("""
                        update group_session set guest = null where guest is not null and day <= :day
                        and group_number in (select number from programme_group where programme = :programme)""").param("programme", programme).param("day", day).update();
        jdbc.sql("update programme_group set place = '–' where programme = ? and ended_on <= ?")
                .params(programme, day)
                .update();
        jdbc.sql("update sitting set place = '–' where programme = ? and day <= ?")
                .params(programme, day)
                .update();
        return jdbc.sql("""
                        delete from fact where (recorded_at at time zone 'Europe/Stockholm')::date <= :day and subject in (
                          select number from programme_group where programme = :programme
                          union select id::text from sitting where programme = :programme)""").param("programme", programme).param("day", day).update();
    }

    /**
     * Erases what was noted or written up to a day about no case, group or sitting: when cases were handed over, when a
     * sample of the log was looked at, letters to many at once.
     */
    void eraseOthers(LocalDate day) {
        jdbc.sql("""
                        delete from fact where case_number is null
                        and (recorded_at at time zone 'Europe/Stockholm')::date <= :day
                        and not exists (select from programme_group where number = subject)
                        and not exists (select from sitting where id::text = subject)""").param("day", day).update();
        jdbc.sql("""
                        delete from letter where case_number is null and (sent_at is not null or stopped_on is not null)
                        and (written_at at time zone 'Europe/Stockholm')::date <= :day""").param("day", day).update();
    }
}
