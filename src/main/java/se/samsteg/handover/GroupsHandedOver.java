package se.samsteg.handover;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * Groups go from one leader to a colleague.
 *
 * @param groups their numbers
 * @param from user id
 * @param to user id
 */
@NamedInterface("events")
public record GroupsHandedOver(List<String> groups, String from, String to) {}
