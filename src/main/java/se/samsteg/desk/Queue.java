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
 */
record Queue(String programme, int places, int taken, List<Waiting> waiting, List<ForGroup> groups) {

    /**
     * @param since when the one who has waited longest began to wait; null if the queue is empty
     */
    record ForGroup(String type, int waiting, @Nullable LocalDate since) {}

    /**
     * @param days whole days waited up to today
     * @param reason of the rank, in Swedish
     */
    record Waiting(String caseNumber, LocalDate referredOn, LocalDate since, long days, String reason) {}
}
