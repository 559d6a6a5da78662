package se.samsteg.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The participant's consents: which authority may be told what, until when. */
@Repository
public class Consents {

    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
                                from consent where case_number in (:cases) group by case_number, authority, information""")
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
     * Stores what the participant allows. The case stays locked until the end of the transaction, so that two who do this
     * at once do it one after the other.
     *
     * @param authorities af, fk, soc, region
     * @param information codes of the form's types of information
     * @param manner written or oral
     */
    public void give(
            String caseNumber, List<String> authorities, List<String> information, LocalDate until, String manner) {
        jdbc.sql("""
                        with locked as (select case_number from case_file where case_number = ? for update)
                        insert into consent
                        select gen_random_uuid(), case_number, authority, information, ?, ?, ?, null
                        from locked cross join string_to_table(?, ',') authority
                        cross join string_to_table(?, ',') information""")
                .params(
                        caseNumber,
                        LocalDate.now(clock),
                        until,
                        manner,
                        String.join(",", authorities),
                        String.join(",", information))
                .update();
    }

    /**
     * Withdraws what authorities may be told.
     *
     * @param information codes of the types of information; none means all
     * @return how many consents that were in force are so no longer
     */
    public int withdraw(String caseNumber, List<String> authorities, List<String> information) {
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

        /** {@code Försäkringskassan: handlingsplan och återremiss, till och med 2027-05-01}. */
        public String text() {
            return Authority.name(authority) + ": "
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

    /** Gives terms anew, for the same authorities and types of information. */
    public void renew(String caseNumber, List<Term> terms, LocalDate until, String manner) {
        terms.stream()
                .collect(Collectors.groupingBy(
                        Term::authority, Collectors.mapping(Term::information, Collectors.toList())))
                .forEach((authority, information) -> give(caseNumber, List.of(authority), information, until, manner));
    }
}
