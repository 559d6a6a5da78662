package se.samsteg.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.casefile.PersonalTables;

/** The reviews of the units, and the participants in each. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
class Reviews implements PersonalTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param unit its code
     * @param managerTookPart null until it was held
     * @param readOn when the unit's manager said to have read it
     */
    record Stored(
            UUID id,
            String programme,
            String unit,
            LocalDate day,
            LocalDate prepareOn,
            LocalDate callOn,
            @Nullable LocalDate heldOn,
            @Nullable Boolean managerTookPart,
            @Nullable LocalDate readOn) {

        /** {@code ama-bromma-2027-02-10}. */
        String key() {
            return programme + "-" + unit + "-" + day;
        }
    }

    /**
     * A participant of a review.
     *
     * @param preparation id of the fact; null as long as the coach has not prepared it
     * @param tookPart whether the caseworker did; null until it was held
     */
    record Participant(
            String caseNumber,
            @Nullable UUID preparation,
            @Nullable Boolean tookPart,
            @Nullable LocalDate readOn) {}

    /** Empty if the unit has a review that is neither gathered nor held: it is the coming one. */
    Optional<Stored> add(Stored review) {
        return jdbc.sql("""
                        insert into review (id, programme, unit, day, prepare_on, call_on)
                        select :id, :programme, :unit, :day, :prepareOn, :callOn where not exists (
                          select from review where programme = :programme and unit = :unit
                          and gathered_at is null and day >= :day)
                        on conflict do nothing returning *""")
                .paramSource(review)
                .query(DataClassRowMapper.newInstance(Stored.class))
                .optional();
    }

    Stored get(String id) {
        return jdbc.sql("select * from review where id = ?")
                .param(UUID.fromString(id))
                .query(DataClassRowMapper.newInstance(Stored.class))
                .single();
    }

    /** The unit's review after this one. */
    Optional<Stored> next(Stored review) {
        return jdbc.sql("""
                        select * from review where programme = ? and unit = ? and day > ? and gathered_at is null
                        order by day limit 1""")
                .params(review.programme(), review.unit(), review.day())
                .query(DataClassRowMapper.newInstance(Stored.class))
                .optional();
    }

    /** Whether the unit has another review on a day. */
    boolean another(Stored review, LocalDate day) {
        return jdbc.sql("select exists (select from review where programme = ? and unit = ? and day = ? and id <> ?)")
                .params(review.programme(), review.unit(), day, review.id())
                .query(Boolean.class)
                .single();
    }

    void move(UUID review, LocalDate day, LocalDate prepareOn, LocalDate callOn) {
        jdbc.sql("update review set day = ?, prepare_on = ?, call_on = ? where id = ?")
                .params(day, prepareOn, callOn, review)
                .update();
    }

    void gathered(UUID review, Collection<String> cases) {
        jdbc.sql("update review set gathered_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), review)
                .update();
        add(review, cases);
    }

    void add(UUID review, Collection<String> cases) {
        jdbc.sql("insert into review_case (review, case_number) select ?, unnest(?) on conflict do nothing")
                .params(review, cases.toArray(String[]::new))
                .update();
    }

    void drop(UUID review, String caseNumber) {
        jdbc.sql("delete from review_case where review = ? and case_number = ?")
                .params(review, caseNumber)
                .update();
    }

    /** Reviews of other units than this one that have the case among their participants and were not held yet. */
    List<Stored> comingElsewhere(String caseNumber, String unit) {
        return coming("r.unit <> ? and exists (select from review_case c where c.review = r.id and c.case_number = ?)")
                .params(unit, caseNumber)
                .query(DataClassRowMapper.newInstance(Stored.class))
                .list();
    }

    /** Reviews of a unit whose participants were gathered without this one, and that were not held yet. */
    List<Stored> coming(String caseNumber, String unit) {
        return coming("""
                        r.unit = ? and exists (select from case_overview c where c.case_number = ?
                        and c.programme = r.programme and c.enrolled_on is not null and c.closed_on is null)""")
                .params(unit, caseNumber)
                .query(DataClassRowMapper.newInstance(Stored.class))
                .list();
    }

    private JdbcClient.StatementSpec coming(String which) {
        return jdbc.sql(
                "select r.* from review r where r.gathered_at is not null and r.held_on is null and r.day >= '%s' and "
                                .formatted(LocalDate.now(clock))
                        + which);
    }

    /** In the order of the case numbers. */
    List<Participant> participants(UUID review) {
        return jdbc.sql("select * from review_case where review = ? order by case_number")
                .param(review)
                .query(DataClassRowMapper.newInstance(Participant.class))
                .list();
    }

    void prepared(UUID review, String caseNumber, UUID fact) {
        jdbc.sql("update review_case set preparation = ? where review = ? and case_number = ?")
                .params(fact, review, caseNumber)
                .update();
    }

    /** @param tookPart case numbers of those whose caseworker did */
    void held(UUID review, LocalDate on, boolean manager, Collection<String> tookPart) {
        jdbc.sql("update review set held_on = ?, manager_took_part = ? where id = ?")
                .params(on, manager, review)
                .update();
        jdbc.sql("update review_case set took_part = case_number = any(?) where review = ?")
                .params(tookPart.toArray(String[]::new), review)
                .update();
    }

    void readByManager(UUID review) {
        jdbc.sql("update review set read_on = ? where id = ?")
                .params(LocalDate.now(clock), review)
                .update();
    }

    void readByCaseworker(UUID review, String caseNumber) {
        jdbc.sql("update review_case set read_on = ? where review = ? and case_number = ?")
                .params(LocalDate.now(clock), review, caseNumber)
                .update();
    }

    /** The day of the last review that was held of a case; empty before the first one. */
    Optional<LocalDate> lastHeld(String caseNumber) {
        return jdbc.sql("""
                        select max(r.held_on) from review r join review_case c on c.review = r.id
                        where c.case_number = ?""")
                .param(caseNumber)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    @Override
    public Set<String> subjects(String programme) {
        return jdbc.sql("select id::text from review where programme = ?")
                .param(programme)
                .query(String.class)
                .set();
    }
}
