package se.samsteg.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/**
 * A group of staff as the engine knows it: one for each role, of caseworkers one for each authority.
 *
 * @param title as a programme's file calls it
 */
record StaffGroup(Role role, String id, String title) {

    /** The groups of all programmes; the same group of several has the titles of all. */
    static List<StaffGroup> all(Programmes programmes) {
        List<Settings> all = programmes.all().stream()
                .sorted(Comparator.comparing(Settings::id))
                .toList();
        return Stream.of(Role.values())
                .flatMap(role -> ids(role, all).distinct().map(id -> new StaffGroup(role, id, title(id, all))))
                .toList();
    }

    private static Stream<String> ids(Role role, List<Settings> programmes) {
        return role == Role.CASEWORKER
                ? programmes.stream()
                        .flatMap(programme -> programme.authorities().stream())
                        .map(authority -> Role.caseworkers(authority.code()))
                : Stream.of(role.id());
    }

    /** As each programme calls it; anything that is no group of a programme's is shown as it is. */
    static String title(String id, Collection<Settings> programmes) {
        String titles = programmes.stream()
                .map(programme -> programme.roles().get(id))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" / "));
        return titles.isEmpty() ? id : titles;
    }
}
