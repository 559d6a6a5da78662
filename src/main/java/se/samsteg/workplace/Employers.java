package se.samsteg.workplace;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.casefile.WrittenText;

/** The register of employers: each name once in an association, however it is capitalised. */
@Repository
class Employers implements PersonalTables {

    private final JdbcClient jdbc;

    Employers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    List<Employer> of(String tenant) {
        return jdbc.sql("select * from employer_overview where tenant = ? order by lower(name)")
                .param(tenant)
                .query(DataClassRowMapper.newInstance(Employer.class))
                .list();
    }

    Optional<Employer> named(String tenant, String name) {
        return jdbc.sql("select * from employer_overview where tenant = ? and lower(name) = lower(?) limit 1")
                .params(tenant, name)
                .query(DataClassRowMapper.newInstance(Employer.class))
                .optional();
    }

    /** The employer of that name, which is registered if there is none. */
    UUID registered(String tenant, String name) {
        jdbc.sql("insert into employer (id, tenant, name) values (?, ?, ?) on conflict do nothing")
                .params(UUID.randomUUID(), tenant, name)
                .update();
        return jdbc.sql("select id from employer where tenant = ? and lower(name) = lower(?) order by id limit 1")
                .params(tenant, name)
                .query(UUID.class)
                .single();
    }

    /** What is told of the contact person; what is null stays as it was. */
    void reach(UUID employer, @Nullable String name, @Nullable String phone, @Nullable String email, LocalDate today) {
        jdbc.sql("""
                        update employer set contact_name = coalesce(:name, contact_name),
                        contact_phone = coalesce(:phone, contact_phone), contact_email = coalesce(:email, contact_email),
                        contact_on = :today where id = :id""")
                .param("name", name)
                .param("phone", phone)
                .param("email", email)
                .param("today", today)
                .param("id", employer)
                .update();
    }

    private record Misnamed(
            UUID id, String employer, @Nullable UUID employerId) {}

    /** A placement whose employer was corrected belongs to another one; a name that was nothing but wrong goes away. */
    void follow(String tenant, String caseNumber) {
        jdbc.sql("""
                        select p.id, p.employer, p.employer_id from placement p left join employer e on e.id = p.employer_id
                        where p.case_number = ? and lower(p.employer) is distinct from lower(e.name)""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Misnamed.class))
                .list()
                .forEach(placement -> move(tenant, placement));
    }

    private void move(String tenant, Misnamed placement) {
        jdbc.sql("update placement set employer_id = ? where id = ?")
                .params(registered(tenant, placement.employer()), placement.id())
                .update();
        jdbc.sql("""
                        delete from employer where id = ? and contact_on is null
                        and not exists (select from placement where employer_id = employer.id)""").param(placement.employerId()).update();
    }

    /** A participant's own firm can have the participant's name. */
    @Override
    public List<WrittenText> texts() {
        return List.of(WrittenText.amongOthers(
                "employer", "name", "id in (select employer_id from placement where case_number = any(:cases))"));
    }

    /** The contact persons of employers where no participant has been since that day; the names of the employers stay. */
    @Override
    public void eraseContacts(LocalDate day) {
        jdbc.sql("""
                        update employer set contact_name = null, contact_phone = null, contact_email = null, contact_on = null
                        where contact_on <= :day and not exists (
                          select from placement where employer_id = employer.id
                          and (ended_on is null or ended_on > :day))""").param("day", day).update();
    }
}
