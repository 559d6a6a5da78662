package se.samsteg.login;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user whom the provider vouches for.
 *
 * @param groups ids of the glossary's roles, at least one
 * @param tenant the coordination association
 * @param authority af, fk, soc or region; null if the provider says none
 */
record Member(
        String id,
        String firstName,
        String lastName,
        @Nullable String email,
        Set<String> groups,
        String tenant,
        @Nullable String authority) {}
