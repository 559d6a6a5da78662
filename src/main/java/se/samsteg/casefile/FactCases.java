package se.samsteg.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of which participants a fact speaks that is about no single case, for the register extract. */
@Repository
class FactCases {

    private final JdbcClient jdbc;

    private final ApplicationEventPublisher events;

    FactCases(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Stores the participants who have or had a seat in the group that the fact is about, and those whose case numbers it
     * lists. A seat that was left may be another participant's now.
     *
     * @param content by the form's keys
     */
    void store(UUID fact, @Nullable String subject, Map<String, Object> content) {
        List<String> cases = jdbc.sql("""
                        insert into fact_about (fact, case_number, seat)
                        select :fact, case_number, max(seat) from (
                          select case_number, case when left_on is null then seat end as seat from group_seat
                          where group_number = :subject
                          union all select case_number, null from case_file where case_number = any(:listed)) about
                        group by case_number returning case_number""")
                .param("fact", fact)
                .param("subject", subject)
                .param(
                        "listed",
                        content.values().stream()
                                .filter(Collection.class::isInstance)
                                .flatMap(list -> ((Collection<?>) list).stream())
                                .map(String::valueOf)
                                .toArray(String[]::new))
                .query(String.class)
                .list();
        if (!cases.isEmpty()) {
            events.publishEvent(new CasesNoted(cases));
        }
    }
}
