package se.samsteg.desk;

import java.time.LocalDate;
import java.util.List;

/**
 * A programme's places and who waits for one.
 *
 * @param taken may exceed the places, when their number was lowered
 * @param waiting in the order in which places are offered
 */
record Queue(String programme, int places, int taken, List<Waiting> waiting) {

    /**
     * @param days whole days waited up to today
     * @param reason of the rank, in Swedish
     */
    record Waiting(String caseNumber, LocalDate referredOn, LocalDate since, long days, String reason) {}
}
