package se.samsteg.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * One meeting of the conference: planned, opened by the process that handles it, documented. It takes cases until it is
 * documented.
 *
 * @param opened whether a process handles it
 * @param agendaSent whether the conference has got its agenda
 * @param documentedOn when its minutes were written
 */
record Sitting(
        UUID id,
        String programme,
        LocalDate day,
        LocalTime startsAt,
        String place,
        boolean opened,
        boolean agendaSent,
        @Nullable LocalDate documentedOn) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("sv-SE"));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    static Sitting planned(String programme, LocalDate day, LocalTime startsAt, String place) {
        return new Sitting(UUID.randomUUID(), programme, day, startsAt, place, false, false, null);
    }

    /**
     * With another time and place.
     *
     * @throws Refused if it is opened: its agenda may have gone out
     */
    Sitting replan(LocalTime startsAt, String place) {
        refuseOpened();
        return new Sitting(id, programme, day, startsAt, place, false, false, null);
    }

    /**
     * From now on a process handles it.
     *
     * @throws Refused if another does so already
     */
    Sitting open() {
        refuseOpened();
        return new Sitting(id, programme, day, startsAt, place, true, false, null);
    }

    /** What comes to its agenda from now on is told of. */
    Sitting sendAgenda() {
        return new Sitting(id, programme, day, startsAt, place, opened, true, documentedOn);
    }

    /**
     * Its minutes are written.
     *
     * @param place where it was held; null if that was the place that was planned
     * @throws IllegalStateException if it is not opened, is documented already or is still to come
     */
    Sitting document(@Nullable String place, LocalDate today) {
        require(opened, "is not opened");
        requireUndocumented();
        require(!today.isBefore(day), "is still to come");
        return new Sitting(id, programme, day, startsAt, place == null ? this.place : place, opened, agendaSent, today);
    }

    /** @throws IllegalStateException if a case cannot be put on its agenda any more */
    void requireUndocumented() {
        require(documentedOn == null, "is documented already");
    }

    /** @throws IllegalStateException if what it has not assessed stays with it for now */
    void requireDocumented() {
        require(documentedOn != null, "is not documented");
    }

    private void refuseOpened() {
        if (opened) {
            throw new Refused("Datum: det finns redan ett möte den dagen.");
        }
    }

    private void require(boolean itsTurn, String otherwise) {
        if (!itsTurn) {
            throw new IllegalStateException("sitting %s %s".formatted(key(), otherwise));
        }
    }

    /** {@code onsdag 9 december 2026 kl. 09.00}. */
    String when() {
        return DAY.format(day) + " kl. " + TIME.format(startsAt);
    }

    /** Names the sitting's process: {@code samboradet 2026-12-09}. */
    String key() {
        return programme + " " + day;
    }
}
