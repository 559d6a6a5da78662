package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.Actor;

/** The participant's consents: which authority may be told what, until when. */
@Repository
public class Consents {

    private final JdbcClient jdbc;
    private final Actor actor;
    private final Clock clock;

    Consents(JdbcClient jdbc, Actor actor, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    /** What may be told of a case today. */
    public Disclosure of(String caseNumber) {
        return Objects.requireNonNull(of(List.of(caseNumber)).get(caseNumber));
    }

    /** What may be told today, for each of the cases; one question, however many they are. */
    public Map<String, Disclosure> of(Collection<String> caseNumbers) {
        Map<String, List<Disclosure.Consent>> given = caseNumbers.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select case_number, authority, information,
                                  bool_or(withdrawn_on is null and valid_until >= :today) as in_force,
                                  (array_agg(withdrawn_on is not null
                                             order by given_on desc, withdrawn_on desc nulls last))[1] as withdrawn
                                from consent where case_number in (:cases) group by case_number, authority, information
                                """)
                        .param("today", LocalDate.now(clock))
                        .param("cases", caseNumbers)
                        .query(DataClassRowMapper.newInstance(Disclosure.Consent.class))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Disclosure.Consent::caseNumber));
        return caseNumbers.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), caseNumber -> new Disclosure(given.getOrDefault(caseNumber, List.of()))));
    }

    /**
     * Locks the case's row: other transactions that give or withdraw consents in the case wait for the end of this one.
     */
    void lock(String caseNumber) {
        jdbc.sql("select from case_file where case_number = ? for update")
                .param(caseNumber)
                .query()
                .listOfRows();
    }

    /**
     * Stores what the participant allows; {@link ConsentRegistration} decides who may.
     *
     * @param authorities af, fk, soc, region
     * @param information codes of the form's types of information
     * @param manner written or oral
     */
    void give(String caseNumber, List<String> authorities, List<String> information, LocalDate until, String manner) {
        lock(caseNumber);
        jdbc.sql("""
                        insert into consent (id, case_number, authority, information, given_on, valid_until, manner, registered_by)
                        select gen_random_uuid(), ?, authority, information, ?, ?, ?, ?
                        from string_to_table(?, ',') authority cross join string_to_table(?, ',') information""")
                .params(
                        caseNumber,
                        LocalDate.now(clock),
                        until,
                        manner,
                        actor.user(),
                        String.join(",", authorities),
                        String.join(",", information))
                .update();
    }

    /** Whether the participant has ever taken back, in this case, a consent for one of the authorities. */
    boolean everWithdrawn(String caseNumber, Collection<String> authorities) {
        return jdbc.sql("""
                        select exists (select from consent where case_number = :case and withdrawn_on is not null
                                       and authority = any(:authorities))""")
                .param("case", caseNumber)
                .param("authorities", authorities.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /**
     * What was allowed an authority at one time.
     *
     * @param information codes of the types of information
     * @param registeredBy user id; null for a consent from before that was kept
     */
    public record Registered(
            String authority,
            List<String> information,
            LocalDate on,
            LocalDate lastDay,
            String manner,
            @Nullable String registeredBy,
            @Nullable LocalDate withdrawnOn) {}

    /** Every consent of the case, in force or not, those given last first. */
    public List<Registered> registered(String caseNumber) {
        return jdbc.sql("""
                        select authority, array_agg(information order by information) as information, given_on, valid_until,
                          manner, registered_by, withdrawn_on
                        from consent where case_number = ?
                        group by given_on, authority, valid_until, manner, registered_by, withdrawn_on
                        order by given_on desc, authority, withdrawn_on nulls first, valid_until""")
                .param(caseNumber)
                .query((row, n) -> new Registered(
                        row.getString("authority"),
                        List.of((String[]) row.getArray("information").getArray()),
                        row.getObject("given_on", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("manner"),
                        row.getString("registered_by"),
                        row.getObject("withdrawn_on", LocalDate.class)))
                .list();
    }

    /**
     * Withdraws what authorities may be told.
     *
     * @param information codes of the types of information; none means all
     * @return how many consents that were in force are so no longer
     */
    public int withdraw(String caseNumber, List<String> authorities, List<String> information) {
        lock(caseNumber);
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        update consent set withdrawn_on = :today
                        where case_number = :case and authority in (:authorities) and information in (:information)
                        and withdrawn_on is null and valid_until >= :today""")
                .param("today", today)
                .param("case", caseNumber)
                .param("authorities", authorities)
                .param("information", information.isEmpty() ? everything() : information)
                .update();
    }

    private static List<String> everything() {
        return Arrays.stream(Information.values()).map(Information::code).toList();
    }

    /** What an authority may be told, and the last day of it. */
    public record Term(String authority, String information, LocalDate lastDay) {

        /**
         * {@code Försäkringskassan: handlingsplan och återremiss, till och med 2027-05-01}.
         *
         * @param authorities names by code
         */
        public String text(UnaryOperator<String> authorities) {
            return authorities.apply(authority) + ": "
                    + Information.of(information).label() + ", till och med " + lastDay;
        }
    }

    /** The consents in force, those that run out first before others; of several for the same, the longest. */
    public List<Term> terms(String caseNumber) {
        return jdbc.sql("""
                        select authority, information, max(valid_until) as last_day from consent
                        where case_number = ? and withdrawn_on is null and valid_until >= ?
                        group by authority, information order by last_day, authority, information""")
                .params(caseNumber, LocalDate.now(clock))
                .query(DataClassRowMapper.newInstance(Term.class))
                .list();
    }
}
