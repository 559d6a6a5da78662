package se.samsteg.group;

import java.util.List;

/**
 * Who gets a place in the group.
 *
 * @param participants case numbers
 */
record Staffing(List<String> participants) {}
