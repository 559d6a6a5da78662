package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.programme.Settings;
import se.samsteg.staff.StaffLeft;

/** The case files and the persons in them. Writes take part in the transaction of the engine command that causes them. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
public class CaseFiles {

    private static final String ACTING = """
            with absent as (
              select distinct on (user_id) user_id, deputy from away
              where :today between from_day and to_day order by user_id, from_day desc)
            select c.case_number, case
              when coach_away.user_id is null then c.coach
              when deputy_away.user_id is null then coalesce(c.deputy, coach_away.deputy)
              when next_away.user_id is null then deputy_away.deputy
              else c.coach end as acting
            from case_file c
            left join absent coach_away on coach_away.user_id = c.coach
            left join absent deputy_away on deputy_away.user_id = coalesce(c.deputy, coach_away.deputy)
            left join absent next_away on next_away.user_id = deputy_away.deputy
            """;

    /** The persons who are the same as the case's: the row itself, and those of the association with the same number. */
    private static final String SAME = """
            with same as (select s.same from case_file join same_person s using (person) where case_number = :case)
            """;

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Persons persons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseFiles(JdbcClient jdbc, CaseNumbers numbers, Persons persons, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.persons = persons;
        this.events = events;
        this.clock = clock;
    }

    /** Who decides what is decided once waits for who was first; a stored fact, which refers to the case, does not wait. */
    public void lock(String caseNumber) {
        jdbc.sql("select from case_file where case_number = ? for no key update")
                .param(caseNumber)
                .query()
                .listOfRows();
    }

    /** @throws IllegalArgumentException if there is no such case */
    public CaseFile get(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new IllegalArgumentException("no such case"));
    }

    public Optional<CaseFile> find(String caseNumber) {
        return jdbc.sql("select * from case_file where case_number = ?")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(CaseFile.class))
                .optional();
    }

    /** The case and the person's other cases in the association, in every programme, open and closed. */
    public List<String> ofSamePerson(String caseNumber) {
        return jdbc.sql(SAME + "select case_number from case_file where person in (select same from same) order by 1")
                .param("case", caseNumber)
                .query(String.class)
                .list();
    }

    /** Ids of what else than a case facts about these cases' persons are about: groups and sittings they are or were in. */
    public List<String> subjectsOf(Collection<String> caseNumbers) {
        return jdbc.sql("select distinct subject from subject_case where case_number in (:cases)")
                .param("cases", caseNumbers)
                .query(String.class)
                .list();
    }

    /**
     * Opens a case for a person. A person who is known in the association stays as known: what the referral says is
     * kept beside it until the person is admitted.
     *
     * <p>Whether the person has an open case changes nothing that the sender could notice.
     *
     * @return the new case, with the earlier case number where there is one
     */
    public CaseFile open(Settings programme, Person person, String caseworker, String authority) {
        persons.store(person, programme.tenant());
        LocalDate today = LocalDate.now(clock);
        String caseNumber = numbers.next(programme, today.getYear());
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on, unit)
                        values (?, ?, ?, ?, ?, ?, (select unit from staff_unit where user_id = ? and unit = any(?)))""")
                .params(
                        caseNumber,
                        programme.id(),
                        person.id(),
                        caseworker,
                        authority,
                        today,
                        caseworker,
                        programme.unitsOf(authority).toArray(String[]::new))
                .update();
        markDuplicate(caseNumber, openBefore(caseNumber).isPresent());
        return get(caseNumber);
    }

    /** Says whether a referral counts as a duplicate only, and which case of the same person came before it. */
    public void markDuplicate(String caseNumber, boolean duplicate) {
        jdbc.sql(SAME + """
                        update case_file c set duplicate = :duplicate, earlier_case = (
                          select case_number from case_file where person in (select same from same)
                          and programme = c.programme and case_number <> c.case_number and closed_on is not null
                          order by opened_on desc, case_number desc limit 1)
                        where case_number = :case""")
                .param("case", caseNumber)
                .param("duplicate", duplicate)
                .update();
    }

    /** The same person's open case in the same programme: the one that is admitted, otherwise the one referred first. */
    public Optional<String> openBefore(String caseNumber) {
        return jdbc.sql(SAME + """
                        select other.case_number from case_file c join case_file other on other.programme = c.programme
                        where c.case_number = :case and other.case_number <> :case and other.closed_on is null
                        and other.person in (select same from same)
                        and (other.coach is not null
                          or (other.opened_on, other.case_number) < (c.opened_on, c.case_number))
                        order by other.coach is null, other.opened_on, other.case_number limit 1""")
                .param("case", caseNumber)
                .query(String.class)
                .optional();
    }

    /**
     * The case is that of the person who is known from now on. Where the referral says something else, that is kept as its
     * statement for the coach to decide on.
     */
    public void recognise(String caseNumber) {
        persons.recognise(caseNumber).ifPresent(known -> {
            jdbc.sql("update case_file set person = ? where case_number = ?")
                    .params(known.person(), caseNumber)
                    .update();
            persons.forget(known.held());
        });
    }

    /**
     * Who acts as the case's coach today: while the coach is away the deputy, the case's own or else the one named for
     * that time. A deputy who is away too is followed by the deputy named for that absence, and where that one is away
     * as well the coach acts: the tasks always have an assignee. Null before there is a coach.
     */
    public @Nullable String actingCoach(String caseNumber) {
        return jdbc.sql(ACTING + "where c.case_number = :case")
                .param("today", LocalDate.now(clock))
                .param("case", caseNumber)
                .query((row, n) -> Optional.ofNullable(row.getString("acting")))
                .optional()
                .flatMap(acting -> acting)
                .orElse(null);
    }

    /** Who acts today in each case that a coach has, open or closed: case number to user id. */
    public Map<String, String> actingFor(String coach) {
        return jdbc
                .sql(ACTING + "where c.coach = :coach")
                .param("today", LocalDate.now(clock))
                .param("coach", coach)
                .query((row, n) -> Map.entry(row.getString("case_number"), row.getString("acting")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Admits the person: the case is that of the person who is known, and has a coach.
     *
     * @throws Refused if the person is admitted in another open case of the programme
     */
    public void appointCoach(String caseNumber, String coach, @Nullable String deputy, int complexity) {
        recognise(caseNumber);
        try {
            jdbc.sql("update case_file set coach = ?, deputy = ?, complexity = ? where case_number = ?")
                    .params(coach, deputy, complexity, caseNumber)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("Beslut: personen är redan antagen i ett annat ärende i programmet. Rekommendera annat.");
        }
    }

    /** Gives a member of staff's part in cases to a colleague; who was the new coach's deputy so far needs another one. */
    public void handOver(Collection<String> caseNumbers, String from, String to) {
        jdbc.sql("""
                        update case_file set
                        coach = case when coach = :from then :to else coach end,
                        deputy = case when coach = :from and deputy = :to then null else deputy end,
                        caseworker = case when caseworker = :from then :to else caseworker end
                        where case_number in (:cases)""")
                .param("from", from)
                .param("to", to)
                .param("cases", caseNumbers)
                .update();
    }

    @EventListener
    void endDeputyships(StaffLeft event) {
        jdbc.sql("update case_file set deputy = null where deputy = ?")
                .param(event.user())
                .update();
    }

    public void enrol(String caseNumber, LocalDate day) {
        jdbc.sql("update case_file set enrolled_on = ? where case_number = ?")
                .params(day, caseNumber)
                .update();
        events.publishEvent(new ParticipantEnrolled(caseNumber));
    }

    /** The day on which a closed case was closed, where another was said before. */
    public void correctClosing(String caseNumber, LocalDate day) {
        jdbc.sql("update case_file set closed_on = ? where case_number = ? and closed_on is not null")
                .params(day, caseNumber)
                .update();
        events.publishEvent(new CasesNoted(List.of(caseNumber)));
    }

    /** Closing twice keeps the first date. */
    public void close(String caseNumber, LocalDate day) {
        jdbc.sql("update case_file set closed_on = coalesce(closed_on, ?) where case_number = ?")
                .params(day, caseNumber)
                .update();
        events.publishEvent(new CasesNoted(List.of(caseNumber)));
    }
}
