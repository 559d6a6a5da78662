package se.samsteg.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the register of employers of some associations, and never writes it. */
@Repository
class EmployerRows {

    private final JdbcClient jdbc;

    EmployerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param contactName of the contact person, as are the next two
     * @param placements how many participants have been there so far
     * @param latest first day of the latest placement; null if there is none
     */
    record Row(
            String name,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            int placements,
            @Nullable LocalDate latest) {}

    /** By name. */
    List<Row> of(Collection<String> tenants) {
        return jdbc.sql("""
                        select name, contact_name, contact_phone, contact_email, placements, latest from employer_overview
                        where tenant = any(?) order by lower(name), tenant""")
                .params((Object) tenants.toArray(String[]::new))
                .query(Row.class)
                .list();
    }
}
