package se.samsteg.retention;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that is kept of persons whose cases are over. A person's cases in one programme are one file: it is kept until
 * the last note in any of them is old enough, and it goes as a whole. What was noted about a group or a sitting is a
 * note about all persons who were in it then. A referral that was never admitted is part of the file of the person it
 * names.
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
                        with closed as (
                          select one.person, c.case_number, c.opened_on, greatest(c.closed_on,
                            (select max(recorded_at) from recorded_fact where case_number = c.case_number),
                            (select max(drawn_up_at) from case_document where case_number = c.case_number),
                            (select max(recorded_at) from recorded_fact join subject_case s using (subject)
                             where s.case_number = c.case_number and (s.until is null
                             or (recorded_at at time zone 'Europe/Stockholm')::date <= s.until))) as noted
                          from case_overview c join known_person one on one.id = c.person
                          where c.programme = :programme and c.closed_on <= :day
                          and not exists (select from case_overview open join known_person other on other.id = open.person
                                          where other.person = one.person and open.programme = c.programme
                                          and (open.closed_on is null or open.closed_on > :day))),
                        file as (
                          select person, array_agg(case_number order by opened_on, case_number) as cases,
                          (max(noted) at time zone 'Europe/Stockholm')::date as last_note from closed group by person)
                        select file.*, person.birth_date,
                          (select count(*) from recorded_fact where case_number = any(cases)) as facts,
                          (select count(*) from case_document where case_number = any(cases)) as documents,
                          (select count(*) from case_letter where case_number = any(cases)) as letters
                        from file join participant person on person.id = file.person
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
}
