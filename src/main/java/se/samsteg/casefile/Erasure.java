package se.samsteg.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Erases what may no longer be kept: its own tables here, and those of other packages through {@link PersonalTables}. */
@Repository
public class Erasure {

    private final JdbcClient jdbc;
    private final ReadFacts read;
    private final Persons persons;
    private final Programmes programmes;
    private final ObjectProvider<PersonalTables> owners;

    Erasure(
            JdbcClient jdbc,
            ReadFacts read,
            Persons persons,
            Programmes programmes,
            ObjectProvider<PersonalTables> owners) {
        this.jdbc = jdbc;
        this.read = read;
        this.persons = persons;
        this.programmes = programmes;
        this.owners = owners;
    }

    /** A note about one of the cases waits until this transaction has ended. */
    public void lock(Collection<String> cases) {
        jdbc.sql("select from case_file where case_number = any(?) for update")
                .params((Object) cases.toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /**
     * Erases the cases with everything that refers to them, and the persons of whom nothing is left in any programme. The
     * database does it: every table about a case says that its rows go with the case.
     */
    public void erase(Collection<String> cases, Collection<UUID> of) {
        jdbc.sql("delete from case_file where case_number = any(?)")
                .params((Object) cases.toArray(String[]::new))
                .update();
        read.forget();
        persons.eraseWithoutCase(of);
    }

    /**
     * Erases what was noted up to a day about the programme's groups and sittings, and what was typed into those that were
     * over by then. That there were such stays, as a number of its own.
     *
     * @return how many notes
     */
    public int eraseNotes(String programme, LocalDate day) {
        owners.forEach(owner -> owner.eraseTexts(programme, day));
        int erased = jdbc.sql("""
                        delete from fact where (recorded_at at time zone 'Europe/Stockholm')::date <= :day
                        and subject = any(:subjects)""")
                .param("day", day)
                .param("subjects", subjects(programme).toArray(String[]::new))
                .update();
        read.forget();
        return erased;
    }

    /**
     * Erases what was noted or written up to a day about no case, group or sitting: when cases were handed over, when a
     * sample of the log was looked at, letters to many at once.
     */
    public void eraseOthers(LocalDate day) {
        owners.forEach(owner -> owner.eraseOthers(day));
        jdbc.sql("""
                        delete from fact where case_number is null
                        and (recorded_at at time zone 'Europe/Stockholm')::date <= :day
                        and (subject is null or subject <> all(:subjects))""")
                .param("day", day)
                .param(
                        "subjects",
                        programmes.all().stream()
                                .map(Settings::id)
                                .flatMap(programme -> subjects(programme).stream())
                                .toArray(String[]::new))
                .update();
    }

    /** Erases cases of the programme of which the person is not known, if nothing happened after a day. */
    public void eraseUnnamed(String programme, LocalDate day) {
        owners.forEach(owner -> owner.eraseUnnamed(programme, day));
    }

    /** Erases how to reach persons who are no participants, if it was last used by a day. */
    public void eraseContacts(LocalDate day) {
        owners.forEach(owner -> owner.eraseContacts(day));
    }

    private Set<String> subjects(String programme) {
        return owners.stream()
                .flatMap(owner -> owner.subjects(programme).stream())
                .collect(Collectors.toSet());
    }
}
