package se.samsteg.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.engine.ReadOnce;

/** The persons of an association, found by their cases. Reading a name takes a share lock, protecting it an update lock. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
public class Persons {

    private final JdbcClient jdbc;
    private final ReadOnce<String, Person> read = new ReadOnce<>();

    Persons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who takes part. */
    public Person of(String caseNumber) {
        return read.of(caseNumber, () -> jdbc.sql("""
                        select p.* from person p join case_overview c on c.person = p.id where c.case_number = ?
                        for share of p""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Person.class))
                .single());
    }

    /** @param named numbers of cases in upper or lower case and of groups, ids of sittings */
    List<Person> among(Collection<String> named) {
        return ofCases("""
                select upper(name) from unnest(:named) as name
                union select case_number from subject_case where subject = any(:named)""", named);
    }

    /** What names no case but a coach, such as a change of coach, may be about each participant of the coach. */
    List<Person> ofCoaches(Collection<String> named) {
        return ofCases("select case_number from case_overview where coach = any(:named)", named);
    }

    private List<Person> ofCases(String which, Collection<String> named) {
        return jdbc.sql("select p.* from person p join case_overview c on c.person = p.id where c.case_number in ("
                        + which + ") for share of p")
                .param("named", named.toArray(String[]::new))
                .query(DataClassRowMapper.newInstance(Person.class))
                .list();
    }

    /** All that is known and said in the association of who a case's person is, what is known first. */
    public List<Person> same(String caseNumber) {
        return jdbc.sql("""
                        select p.* from case_overview c join same_person s using (person) join person p on p.id = s.same
                        where c.case_number = ? order by p.held, p.id""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Person.class))
                .list();
    }

    /**
     * Protects the identity of a case's person in the association, also where a referral that is not admitted yet speaks of
     * the person; a protected identity stays protected.
     */
    public void protect(String caseNumber) {
        jdbc.sql("""
                        update person set protected_identity = true where id in (
                          select s.same from case_overview c join same_person s using (person) where c.case_number = ?)
                          """).param(caseNumber).update();
        read.forget();
    }

    /** Whether the person's identity is protected in the association, and this referral's sender does not say so. */
    public boolean protectedUnsaid(String caseNumber) {
        return jdbc.sql("""
                        select exists (
                          select from case_overview c join person mine on mine.id = c.person
                          join same_person s using (person) join person p on p.id = s.same
                          where c.case_number = ? and p.protected_identity and not mine.protected_identity)
                          """).param(caseNumber).query(Boolean.class).single();
    }

    /**
     * Stores what a referral says of a person: as the person, or held apart where the number is known in the association.
     * Referrals of one number wait for each other until the transaction ends.
     */
    public void store(Person person, String tenant) {
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
                        municipality, district, language, interpreter, phone, email, address, contact, protected_identity,
                        tenant, held)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
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
                        person.phone(),
                        person.email(),
                        person.address(),
                        person.contact(),
                        person.protectedIdentity(),
                        tenant,
                        held)
                .update();
    }

    /**
     * The person who is known in the association, where the case's referral was held apart. What the referral says
     * otherwise is kept as its statement. Without a known person the referral's is the one.
     *
     * @return the known person, whose the case is from now on; the held one can be {@link #forget forgotten} then
     */
    public Optional<Known> recognise(String caseNumber) {
        record Two(UUID said, @Nullable UUID known) {}
        Optional<Two> held = jdbc.sql("""
                        select p.id as said, k.id as known
                        from case_overview c join person p on p.id = c.person and p.held
                        left join person k on k.tenant = p.tenant and k.identity_number = p.identity_number and not k.held
                        where c.case_number = ?""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Two.class))
                .optional();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        UUID said = held.get().said();
        UUID known = held.get().known();
        if (known == null) {
            jdbc.sql("update person set held = false where id = ?").param(said).update();
            read.forget();
            return Optional.empty();
        }
        keepStatements(caseNumber, said, known);
        read.forget(); // the case gets the known person
        return Optional.of(new Known(known, said));
    }

    /** A person who is known, and the row that a referral held apart. */
    public record Known(UUID person, UUID held) {}

    private void keepStatements(String caseNumber, UUID said, UUID known) {
        jdbc.sql("""
                        insert into person_statement (case_number, field, said)
                        select :case, answer.field, answer.said from person s, person k, lateral (values
                          ('firstName', s.first_name, k.first_name), ('lastName', s.last_name, k.last_name),
                          ('sex', s.sex, k.sex), ('municipality', s.municipality, k.municipality),
                          ('district', s.district, k.district), ('language', s.language, k.language),
                          ('interpreter', s.interpreter::text, k.interpreter::text), ('phone', s.phone, k.phone),
                          ('email', s.email, k.email), ('address', s.address, k.address), ('contact', s.contact, k.contact)
                        ) as answer (field, said, known)
                        where s.id = :said and k.id = :known and answer.said <> '' and answer.said is distinct from answer.known
                        """)
                .param("case", caseNumber)
                .param("said", said)
                .param("known", known)
                .update();
    }

    public void forget(UUID person) {
        jdbc.sql("delete from person where id = ?").param(person).update();
        read.forget();
    }

    /** Erases those of the persons who have no case left, and rows that were held apart for a case that is gone. */
    public void eraseWithoutCase(Collection<UUID> persons) {
        jdbc.sql("""
                        delete from person p where (id = any(?) or held)
                        and not exists (select from case_overview where person = p.id)
                        """).params((Object) persons.toArray(UUID[]::new)).update();
        read.forget();
    }

    /** @throws DuplicateKeyException if the identity number is another person's */
    void store(Person old, String key, @Nullable Object value) {
        write(old, key, value);
        read.forget();
    }

    private void write(Person old, String key, @Nullable Object value) {
        if (key.equals("identityNumber")) {
            IdentityNumber number = IdentityNumber.parse((String) Objects.requireNonNull(value));
            jdbc.sql("""
                            update person set identity_number = ?, birth_date = coalesce(?, birth_date),
                            no_number_reason = null where id = ?
                            """).params(number.digits(), number.birthDate(), old.id()).update();
            return;
        }
        Object stored = key.equals("birthDate") && value != null ? LocalDate.parse((String) value) : value;
        if (key.equals("interpreter")) {
            stored = Boolean.TRUE.equals(value);
        }
        jdbc.sql("update person set %s = :value where id = :id".formatted(PersonAnswers.column(key)))
                .param("value", stored)
                .param("id", old.id())
                .update();
    }
}
