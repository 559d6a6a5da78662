package se.samsteg.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which case is taken up at which sitting. A case that is closed has left the agenda by that alone. */
@Repository
class Agenda {

    private final JdbcClient jdbc;

    Agenda(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param moved how often the case had been moved when it came to this sitting */
    record Item(
            String caseNumber,
            UUID sitting,
            int moved,
            @Nullable LocalDate assessedOn) {

        /** As an ending: {@code , flyttad 2 gånger}; empty if it was not moved. */
        String movedText() {
            return switch (moved) {
                case 0 -> "";
                case 1 -> ", flyttad 1 gång";
                default -> ", flyttad " + moved + " gånger";
            };
        }
    }

    /**
     * Puts a case on a sitting's agenda; how often it was moved before goes with it. It does not wait for an earlier
     * sitting any more, at which it was not taken up because it was closed then.
     */
    void put(String caseNumber, Sitting sitting, LocalDate today) {
        sitting.requireUndocumented();
        jdbc.sql("""
                        update agenda set moved_on = ? where case_number = ? and sitting <> ?
                        and assessed_on is null and moved_on is null""").params(today, caseNumber, sitting.id()).update();
        jdbc.sql("""
                        insert into agenda (sitting, case_number, moved)
                        select :sitting, :caseNumber, coalesce(max(moved), 0) from agenda where case_number = :caseNumber
                        on conflict (sitting, case_number) do update set assessed_on = null, moved_on = null""")
                .param("sitting", sitting.id())
                .param("caseNumber", caseNumber)
                .update();
    }

    /** Where a case waits to be assessed. */
    Optional<Item> waiting(String caseNumber) {
        return jdbc.sql("""
                        select case_number, sitting, moved, assessed_on from agenda
                        where case_number = ? and assessed_on is null and moved_on is null""")
                .param(caseNumber)
                .query(DataClassRowMapper.newInstance(Item.class))
                .optional();
    }

    /** What a sitting has assessed and what it has not, in the order of the case numbers. */
    List<Item> of(UUID sitting) {
        return jdbc.sql("""
                        select a.case_number, a.sitting, a.moved, a.assessed_on
                        from agenda a join case_overview c using (case_number)
                        where a.sitting = ? and a.moved_on is null and (a.assessed_on is not null or c.closed_on is null)
                        order by a.case_number""")
                .param(sitting)
                .query(DataClassRowMapper.newInstance(Item.class))
                .list();
    }

    /** Which cases of a sitting are assessed and which are not, one line each. */
    String progress(UUID sitting) {
        List<Item> items = of(sitting);
        return items.isEmpty()
                ? "Inga remisser på dagordningen."
                : items.stream()
                        .map(item -> item.caseNumber()
                                + (item.assessedOn() == null ? ": inte bedömd" : ": bedömd")
                                + item.movedText())
                        .collect(Collectors.joining("\n"));
    }

    void assessed(String caseNumber, LocalDate day) {
        jdbc.sql("update agenda set assessed_on = ? where case_number = ? and assessed_on is null and moved_on is null")
                .params(day, caseNumber)
                .update();
    }

    /**
     * Moves what was not assessed at a programme's sittings up to a day to another.
     *
     * @return the cases that were moved
     */
    List<String> moveOn(String programme, LocalDate upTo, Sitting next, LocalDate today) {
        next.requireUndocumented();
        List<String> cases = jdbc.sql("""
                        update agenda a set moved_on = :today from sitting s, case_overview c
                        where s.id = a.sitting and s.programme = :programme and s.day <= :upTo
                        and c.case_number = a.case_number and c.closed_on is null
                        and a.assessed_on is null and a.moved_on is null
                        returning a.case_number""")
                .param("today", today)
                .param("programme", programme)
                .param("upTo", upTo)
                .query(String.class)
                .list();
        if (!cases.isEmpty()) {
            jdbc.sql("""
                            insert into agenda (sitting, case_number, moved)
                            select :next, case_number, max(moved) + 1 from agenda where case_number in (:cases)
                            group by case_number
                            on conflict (sitting, case_number) do update
                            set assessed_on = null, moved_on = null, moved = excluded.moved
                            """).param("next", next.id()).param("cases", cases).update();
        }
        return cases;
    }

    /**
     * Takes what waits for a later sitting up at an earlier one, which is no move.
     *
     * @return the cases that are taken up earlier
     */
    List<String> bringForward(Sitting sitting) {
        sitting.requireUndocumented();
        return jdbc.sql("""
                        update agenda a set sitting = :sitting from sitting s
                        where s.id = a.sitting and s.programme = :programme and s.day > :day
                        and a.assessed_on is null and a.moved_on is null
                        returning a.case_number""")
                .param("sitting", sitting.id())
                .param("programme", sitting.programme())
                .param("day", sitting.day())
                .query(String.class)
                .list();
    }
}
