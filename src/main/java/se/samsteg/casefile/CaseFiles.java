package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.programme.Settings;
import se.samsteg.staff.StaffLeft;

/** The case files and the persons in them. Writes take part in the transaction of the engine command that causes them. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
public class CaseFiles {

    private static final String ACTING = """
            with away as (
              select distinct on (user_id) user_id, deputy from staff_absence
              where :today between from_day and to_day order by user_id, from_day desc)
            select c.case_number, case
              when coach_away.user_id is null then c.coach
              when deputy_away.user_id is null then coalesce(c.deputy, coach_away.deputy)
              when next_away.user_id is null then deputy_away.deputy
              else c.coach end as acting
            from case_file c
            left join away coach_away on coach_away.user_id = c.coach
            left join away deputy_away on deputy_away.user_id = coalesce(c.deputy, coach_away.deputy)
            left join away next_away on next_away.user_id = deputy_away.deputy
            """;

    /** The persons who are the same as the case's: the row itself, and those of the association with the same number. */
    private static final String SAME = """
            with mine as (select p.* from person p join case_file c on c.person = p.id where c.case_number = :case),
            same as (select p.id from person p join mine on p.id = mine.id
                     or p.tenant = mine.tenant and p.identity_number = mine.identity_number)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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

    /** Who takes part. Whoever is about to show a name and whoever is about to protect it wait for each other. */
    public Person person(String caseNumber) {
        return jdbc.sql("""
                        select p.* from person p join case_file c on c.person = p.id where c.case_number = ?
                        for share of p""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Person.class))
                .single();
    }

    /**
     * Protects the identity of a case's person in the association, also where a referral that is not admitted yet speaks of
     * the person; who already is protected stays so.
     */
    public void protect(String caseNumber) {
        jdbc.sql(SAME + "update person set protected_identity = true where id in (select id from same)")
                .param("case", caseNumber)
                .update();
    }

    /** All that is known and said in the association of who a case's person is, what is known first. */
    public List<Person> samePerson(String caseNumber) {
        return jdbc.sql(SAME + "select * from person where id in (select id from same) order by held, id")
                .param("case", caseNumber)
                .query(DataClassRowMapper.newInstance(Person.class))
                .list();
    }

    /** The case and the person's other cases in the association, in every programme, open and closed. */
    public List<String> ofSamePerson(String caseNumber) {
        return jdbc.sql(SAME + """
                        select case_number from case_file where person in (select id from same)
                        order by case_number""")
                .param("case", caseNumber)
                .query(String.class)
                .list();
    }

    /** Numbers of the groups that the person has or had a place in. */
    public List<String> groupsOf(Person person) {
        return jdbc.sql("""
                        select distinct group_number from group_place join case_file using (case_number)
                        where person = ? and group_number is not null""").param(person.id()).query(String.class).list();
    }

    /**
     * Opens a case for somebody. Who is known in the association stays as known: what the referral says is kept beside it
     * until the person is admitted.
     *
     * <p>Whether the person has an open case changes nothing that the sender could notice.
     *
     * @return the new case, with the earlier case number where there is one
     */
    public CaseFile open(Settings programme, Person person, String caseworker, String authority) {
        store(person, programme.tenant());
        LocalDate today = LocalDate.now(clock);
        String caseNumber = nextNumber(programme, today.getYear());
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(caseNumber, programme.id(), person.id(), caseworker, authority, today)
                .update();
        markDuplicate(caseNumber, openBefore(caseNumber).isPresent());
        return get(caseNumber);
    }

    /** Says whether a referral counts as a duplicate only, and which case of the same person came before it. */
    public void markDuplicate(String caseNumber, boolean duplicate) {
        jdbc.sql(SAME + """
                        update case_file c set duplicate = :duplicate, earlier_case = (
                          select case_number from case_file where person in (select id from same)
                          and programme = c.programme and case_number <> c.case_number and closed_on is not null
                          order by opened_on desc, case_number desc limit 1)
                        where case_number = :case""")
                .param("case", caseNumber)
                .param("duplicate", duplicate)
                .update();
    }

    /** Whether the person's identity is protected in the association, and who sent this referral does not say so. */
    public boolean protectedUnsaid(String caseNumber) {
        return jdbc.sql(SAME + """
                        select exists (select from person p join same using (id), mine
                                       where p.protected_identity and not mine.protected_identity)""")
                .param("case", caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** The same person's open case in the same programme: the one that is admitted, otherwise the one referred first. */
    public Optional<String> openBefore(String caseNumber) {
        return jdbc.sql(SAME + """
                        select other.case_number from case_file c join case_file other on other.programme = c.programme
                        where c.case_number = :case and other.case_number <> :case and other.closed_on is null
                        and other.person in (select id from same)
                        and (other.coach is not null
                          or (other.opened_on, other.case_number) < (c.opened_on, c.case_number))
                        order by other.coach is null, other.opened_on, other.case_number limit 1""")
                .param("case", caseNumber)
                .query(String.class)
                .optional();
    }

    /** Referrals of one number wait for each other until the transaction ends. */
    private void store(Person person, String tenant) {
        if (person.identityNumber() == null) {
            insert(person, tenant, false);
        } else if (known(person.identityNumber(), tenant)) {
            insert(person, tenant, true);
        } else if (insert(person, tenant, false) == 0) {
            store(person, tenant); // stored by another transaction meanwhile
        }
    }

    private boolean known(String identityNumber, String tenant) {
        return jdbc.sql("select id from person where tenant = ? and identity_number = ? and not held for update")
                .params(tenant, identityNumber)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private int insert(Person person, String tenant, boolean held) {
        return jdbc.sql("""
                        insert into person (id, identity_number, no_number_reason, birth_date, first_name, last_name, sex,
                        municipality, district, language, interpreter, contact, protected_identity, tenant, held)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        person.id(),
                        person.identityNumber(),
                        person.noNumberReason(),
                        person.birthDate(),
                        person.firstName(),
                        person.lastName(),
                        person.sex(),
                        person.municipality(),
                        person.district(),
                        person.language(),
                        person.interpreter(),
                        person.contact(),
                        person.protectedIdentity(),
                        tenant,
                        held)
                .update();
    }

    /**
     * The case is that of the person who is known from now on. Where the referral says something else, that is kept as its
     * statement for the coach to decide on.
     */
    public void recognise(String caseNumber) {
        record Two(UUID said, @Nullable UUID known) {}
        Optional<Two> two = jdbc.sql("""
                        select p.id as said, k.id as known from case_file c join person p on p.id = c.person and p.held
                        left join person k on k.tenant = p.tenant and k.identity_number = p.identity_number and not k.held
                        where c.case_number = ?""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Two.class))
                .optional();
        if (two.isEmpty()) {
            return;
        }
        UUID said = two.get().said();
        UUID known = two.get().known();
        if (known == null) {
            jdbc.sql("update person set held = false where id = ?").param(said).update();
            return;
        }
        jdbc.sql("""
                        insert into person_statement (case_number, field, said)
                        select :case, answer.field, answer.said from person s, person k, lateral (values
                          ('firstName', s.first_name, k.first_name), ('lastName', s.last_name, k.last_name),
                          ('sex', s.sex, k.sex), ('municipality', s.municipality, k.municipality),
                          ('district', s.district, k.district), ('language', s.language, k.language),
                          ('interpreter', s.interpreter::text, k.interpreter::text), ('contact', s.contact, k.contact)
                        ) as answer (field, said, known)
                        where s.id = :said and k.id = :known and answer.said <> '' and answer.said is distinct from answer.known""")
                .param("case", caseNumber)
                .param("said", said)
                .param("known", known)
                .update();
        jdbc.sql("update case_file set person = ? where case_number = ?")
                .params(known, caseNumber)
                .update();
        jdbc.sql("delete from person where id = ?").param(said).update();
    }

    /** Numbers run without regard to rolled-back attempts: a gap tells nothing, a repeated number would. */
    private String nextNumber(Settings programme, int year) {
        int last =
                jdbc.sql("""
                        insert into case_counter (programme, year, last) values (?, ?, 1)
                        on conflict (programme, year) do update set last = case_counter.last + 1
                        returning last""").params(programme.id(), year).query(Integer.class).single();
        return "%s-%d-%04d".formatted(programme.casePrefix(), year, last);
    }

    /**
     * Who acts as the case's coach today: while the coach is away the deputy, the case's own or else the one named for
     * that time. A deputy who is away too is followed by whoever is named for the deputy's time, and where that one is
     * away as well it is the coach after all: somebody always has the tasks. Null before there is a coach.
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

    /** A case as somebody chooses it in a list: what it is recognised by is a name, or that the name is protected. */
    public record Recognised(String caseNumber, String label) {}

    /**
     * Open cases of a member of staff, by case number: all of the programmes one leads, those one coaches today, has
     * referred or works with. Of somebody with protected identity only the coach and the lead are reminded, and they
     * without the name: the list is read over one's shoulder.
     */
    List<Recognised> of(String user, Collection<String> led) {
        return jdbc.sql("""
                        select c.case_number, p.first_name || ' ' || p.last_name as name, p.protected_identity
                        from case_file c join person p on p.id = c.person
                        where c.closed_on is null and (
                          c.programme = any(:led)
                          or :me in (c.coach, coalesce(
                            (select coalesce(c.deputy, a.deputy) from staff_absence a
                             where a.user_id = c.coach and :today between a.from_day and a.to_day
                             order by a.from_day desc limit 1), c.coach))
                          or not p.protected_identity and (
                            c.caseworker = :me and exists (
                              select from consent k where k.case_number = c.case_number and k.authority = c.authority
                              and k.information = 'referral' and k.withdrawn_on is null and k.valid_until >= :today)
                            or c.case_number in (select g.case_number from group_place g
                                                 join programme_group on number = g.group_number
                                                 where g.left_on is null and :me in (leader, second_leader))
                            or c.case_number in (select case_number from current_fact where recorded_by = :me
                                                 and role in ('occupational-therapist', 'employment-consultant'))))
                        order by c.case_number""")
                .param("led", led.toArray(String[]::new))
                .param("me", user)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Recognised(
                        row.getString("case_number"),
                        row.getBoolean("protected_identity") ? Person.PROTECTED : row.getString("name")))
                .list();
    }

    /** Whether somebody works with the participant beside coach and lead: leads the group, trains, assesses. */
    boolean worksWith(String user, String caseNumber) {
        return jdbc.sql("""
                        select exists (select from group_place p join programme_group g on g.number = p.group_number
                                       where p.case_number = :case and p.left_on is null
                                       and :user in (g.leader, g.second_leader))
                        or exists (select from current_fact where case_number = :case and recorded_by = :user
                                   and role in ('occupational-therapist', 'employment-consultant'))""")
                .param("case", caseNumber)
                .param("user", user)
                .query(Boolean.class)
                .single();
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
    }

    /** Closing twice keeps the first date. */
    public void close(String caseNumber, LocalDate day) {
        jdbc.sql("update case_file set closed_on = coalesce(closed_on, ?) where case_number = ?")
                .params(day, caseNumber)
                .update();
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
