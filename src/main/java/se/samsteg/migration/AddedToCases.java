package se.samsteg.migration;

/**
 * What a release gives every case, and what cases that were open before it do not have yet, such as the watch over
 * consents. A phase declares it as a bean; it is given once, after the case's processes have moved.
 */
public interface AddedToCases {

    /** Stands in the database, so it stays the same from release to release. */
    String kind();

    /** Adds it in a transaction of its own, unless the case has it. */
    void add(String caseNumber);
}
