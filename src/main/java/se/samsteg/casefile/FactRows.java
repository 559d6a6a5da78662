package se.samsteg.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.engine.Actor;
import se.samsteg.form.Forms;

/** Table {@code fact}: rows are added and, with {@link Erasure}, erased as a whole, and never changed. */
@Repository
class FactRows {

    private final JdbcClient jdbc;
    private final ReadFacts read;
    private final Actor actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FactRows(JdbcClient jdbc, ReadFacts read, Actor actor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.read = read;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Every fact of a case as it stands now, in the order they were recorded first. What is asked of the case later in the
     * transaction is answered from them.
     */
    List<StoredFact> all(String caseNumber) {
        List<StoredFact> all = new ArrayList<>();
        List<StoredFact> ofExit = new ArrayList<>();
        jdbc.sql("""
                        select f.*, e.id is not null as stands from current_fact f left join exit_fact e on e.id = f.id
                        where f.case_number = ? order by f.recorded_at, f.id""").param(caseNumber).query(row -> {
            StoredFact fact = StoredFact.of(row);
            all.add(fact);
            if (row.getBoolean("stands")) {
                ofExit.add(fact);
            }
        });
        read.keep("current_fact", caseNumber, byKind(all));
        read.keep("exit_fact", caseNumber, byKind(ofExit));
        return all;
    }

    private static Map<String, List<StoredFact>> byKind(List<StoredFact> facts) {
        return facts.stream().collect(Collectors.groupingBy(StoredFact::kind));
    }

    /** The facts of a kind as they stand now, in the order they were recorded first. */
    List<StoredFact> of(String caseNumber, String kind) {
        return of("current_fact", caseNumber, kind);
    }

    /** As {@link #of(String, String)}, those of the exit that stands. */
    List<StoredFact> ofExit(String caseNumber, String kind) {
        return of("exit_fact", caseNumber, kind);
    }

    private List<StoredFact> of(String view, String caseNumber, String kind) {
        return read.of(view, caseNumber, kind, () -> jdbc.sql(
                        "select * from " + view + " where case_number = ? and kind = ? order by recorded_at, id")
                .params(caseNumber, kind)
                .query((row, n) -> StoredFact.of(row))
                .list());
    }

    /** The facts of a kind that are about no single case and speak of this one among others. */
    List<StoredFact> among(String caseNumber, String kind) {
        return jdbc.sql("""
                        select f.* from current_fact f join fact_about about on about.fact = f.id
                        where about.case_number = ? and f.kind = ? order by f.recorded_at, f.id""")
                .params(caseNumber, kind)
                .query((row, n) -> StoredFact.of(row))
                .list();
    }

    /**
     * @param role of the user who is logged in; {@link Actor#SYSTEM} where it is not the user who says so
     * @param kind the form that a fact is of today, where the one that was filled in had another name
     * @param said the content as JSON
     */
    UUID add(
            @Nullable String caseNumber,
            @Nullable String subject,
            String kind,
            Forms.Filled form,
            String role,
            String said) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into fact (id, case_number, subject, kind, form_version, recorded_by, role, recorded_at, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(id, caseNumber, subject, kind, form.version(), user(role), role, now(), said)
                .update();
        read.forget();
        if (caseNumber != null) {
            events.publishEvent(new CasesNoted(List.of(caseNumber)));
        }
        return id;
    }

    private String user(String role) {
        return role.equals(Actor.SYSTEM) ? Actor.SYSTEM : actor.user();
    }

    /** Adds a fact that says instead of another what the same form says. */
    void addCorrection(UUID fact, String role, String said) {
        jdbc.sql("""
                        insert into fact (id, case_number, subject, kind, form_version, recorded_by, role, recorded_at, corrects,
                          content)
                        select ?, case_number, subject, kind, form_version, ?, ?, ?, id, ?::jsonb
                        from fact where id = ?""")
                .params(UUID.randomUUID(), actor.user(), role, now(), said, fact)
                .update();
        read.forget();
        events.publishEvent(new CasesNoted(
                jdbc.sql("""
                        select case_number from fact where id = :fact and case_number is not null
                        union select case_number from fact_about where fact = :fact""").param("fact", fact).query(String.class).list()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
