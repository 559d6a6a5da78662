package se.samsteg.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme's places and who waits for one.
 *
 * @param taken may exceed the places, when their number was lowered
 * @param waiting in the order in which places are offered
 * @param groups how many wait for which type of group
 * @param cohorts those who began together in a group, and are followed as one
 */
record Queue(
        String programme, int places, int taken, List<Waiting> waiting, List<ForGroup> groups, List<Cohort> cohorts) {

    /**
     * @param since when the one who has waited longest began to wait; null if the queue is empty
     */
    record ForGroup(String type, int waiting, @Nullable LocalDate since) {}

    /**
     * @param group number of the group in which it began
     * @param from first day of its first month
     * @param to first day of its closing month
     * @param members who have or had a place in that group
     * @param remaining of those, cases that are open
     */
    record Cohort(String group, LocalDate from, LocalDate to, int members, int remaining) {}

    /**
     * @param days whole days waited up to today
     * @param reason of the rank, in Swedish
     */
    record Waiting(String caseNumber, LocalDate referredOn, LocalDate since, long days, String reason) {}
}
