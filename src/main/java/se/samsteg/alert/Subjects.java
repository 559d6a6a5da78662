package se.samsteg.alert;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases and groups that alerts are about. */
@Repository
class Subjects {

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of two transactions that look for an open alert about the same thing the second waits for the first. As with
     * no-shows, not against the references that a stored fact holds on the case.
     *
     * @param caseNumber null where the key is a group's number
     */
    void lock(String key, @Nullable String caseNumber) {
        String row = caseNumber == null
                ? "select number from group_overview where number = ? for no key update"
                : "select case_number from case_overview where case_number = ? for no key update";
        jdbc.sql(row).param(key).query(String.class).list();
    }
}
