package se.samsteg.staff;

import org.springframework.modulith.NamedInterface;

/**
 * A member of staff has left, and a colleague has taken over. Published in the transaction that moves the cases.
 *
 * @param user id of the user who left
 * @param successor user id
 */
@NamedInterface("events")
public record StaffLeft(String user, String successor) {}
