package se.samsteg.result;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** The years whose figures are signed, each version with its document. */
@Repository
class FrozenYears {

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final Clock clock;

    FrozenYears(JdbcClient jdbc, Programmes programmes, Clock clock) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** @param reason why it was signed anew; null for the first version */
    record Stored(
            UUID id,
            String programme,
            int year,
            int version,
            Instant signedAt,
            @Nullable String reason) {}

    /**
     * @param signedBy user id
     * @param document PDF
     */
    void add(Stored year, String signedBy, byte[] document) {
        jdbc.sql("""
                        insert into frozen_year (id, programme, year, version, signed_at, signed_by, reason, document)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        year.id(),
                        year.programme(),
                        year.year(),
                        year.version(),
                        OffsetDateTime.ofInstant(year.signedAt(), clock.getZone()),
                        signedBy,
                        year.reason(),
                        document)
                .update();
    }

    /** Empty if the year is not signed. */
    Optional<Stored> newest(String programme, int year) {
        return jdbc.sql("""
                        select id, programme, year, version, signed_at, reason from frozen_year
                        where programme = ? and year = ? order by version desc limit 1""")
                .params(programme, year)
                .query((row, n) -> new Stored(
                        row.getObject("id", UUID.class),
                        row.getString("programme"),
                        row.getInt("year"),
                        row.getInt("version"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .optional();
    }

    /** @param version null for the newest */
    Optional<byte[]> document(String programme, int year, @Nullable Integer version) {
        return jdbc.sql("""
                        select document from frozen_year where programme = :programme and year = :year
                        and (:version::integer is null or version = :version) order by version desc limit 1""")
                .param("programme", programme)
                .param("year", year)
                .param("version", version)
                .query((row, n) -> row.getBytes("document"))
                .optional();
    }

    LocalDate signedOn(Stored year) {
        return LocalDate.ofInstant(year.signedAt(), clock.getZone());
    }

    /**
     * How many answers were corrected after the year was signed, of cases that a figure of the year can count: until the
     * last question is asked after the exit. An answer that came after the signing counts too, where the figures of the
     * year count it by a day of the year, such as an exit in December that was recorded in February.
     */
    int laterCorrections(Stored year) {
        Period period = Period.year(year.year());
        return jdbc.sql("""
                        select count(*) from current_fact f join counted_case c on c.case_file = f.case_number
                        where c.programme = :programme and c.referred_on <= :to
                        and coalesce(c.exit_on, c.closed_on, 'infinity') + cast(:finalAfter as interval) >= :from
                        and (f.recorded_at <= :signed and f.corrected_at > :signed
                          or f.recorded_at > :signed and case f.kind
                            when 'exit-outcome' then (f.content ->> 'exitOn')::date
                            when 'exit-measurement' then c.exit_on
                            when 'departure-request' then (f.content ->> 'happenedOn')::date
                            when 'milestone-event' then (f.content ->> 'happenedOn')::date
                            when 'intake-talk' then (f.content ->> 'heldOn')::date
                            when 'followup-one-year' then (c.exit_on + cast(:finalAfter as interval))::date
                            end between :from and :to)""")
                .param("programme", year.programme())
                .param("from", period.from())
                .param("to", period.to())
                .param(
                        "finalAfter",
                        programmes.get(year.programme()).followup().finalAfter().toString())
                .param("signed", OffsetDateTime.ofInstant(year.signedAt(), clock.getZone()))
                .query(Integer.class)
                .single();
    }

    /** A case, and a year that counts it and is not signed. */
    record Unsigned(String caseNumber, int year) {}

    /**
     * The years that count a case and are not signed, from the referral to the last answer after the exit, of cases that
     * have rows.
     */
    List<Unsigned> unsigned(Collection<String> caseNumbers) {
        return jdbc.sql("""
                        select c.case_number, y as year
                        from counted_case c
                        left join unnest(:programmes, :finalAfter) as asked (programme, after) using (programme)
                        cross join generate_series(
                          extract(year from c.referred_on)::integer,
                          extract(year from greatest(c.referred_on, c.closed_on, c.follow_up_on, c.exit_on, c.exit_on + asked.after::interval))::integer) y
                        where c.case_number = any(:cases) and not exists (
                          select from frozen_year f where f.programme = c.programme and f.year = y)
                        order by 1, 2""")
                .param("cases", caseNumbers.toArray(String[]::new))
                .param("programmes", programmes.all().stream().map(Settings::id).toArray(String[]::new))
                .param(
                        "finalAfter",
                        programmes.all().stream()
                                .map(one -> one.followup().finalAfter().toString())
                                .toArray(String[]::new))
                .query(DataClassRowMapper.newInstance(Unsigned.class))
                .list();
    }
}
