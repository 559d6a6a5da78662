package se.samsteg.casefile;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.Refused;

/** Case files that are closed, and may be opened again. */
@Repository
public class ClosedCases {

    private final JdbcClient jdbc;

    ClosedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opens a closed case again.
     *
     * @throws Refused if the person is admitted in another open case of the programme
     */
    public void reopen(String caseNumber) {
        try {
            jdbc.sql("update case_file set closed_on = null where case_number = ?")
                    .param(caseNumber)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("Ärende: personen har ett annat pågående ärende i programmet.");
        }
    }
}
