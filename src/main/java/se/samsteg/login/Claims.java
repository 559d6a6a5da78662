package se.samsteg.login;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/** Reads what a signed ID token says of a user, and refuses a user who has no access by it. */
@Component
@Profile("prod")
class Claims {

    private final LoginSettings settings;
    private final IdentityService identity;
    private final Pattern ids;
    private final Set<String> tenants;
    private final Set<String> authorities;

    Claims(
            LoginSettings settings,
            IdentityService identity,
            ProcessEngineConfigurationImpl engine,
            Programmes programmes) {
        this.settings = settings;
        this.identity = identity;
        this.ids = Pattern.compile(engine.getUserResourceWhitelistPattern());
        this.tenants = programmes.all().stream().map(Settings::tenant).collect(Collectors.toUnmodifiableSet());
        this.authorities = programmes.all().stream()
                .flatMap(programme -> programme.authorities().stream())
                .map(Settings.Authority::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws LoginRefused if the level is too low, or the token's id, groups, tenant or authority are not valid in
     *     Samsteg
     */
    Member read(ClaimAccessor token) {
        String level = token.getClaimAsString(settings.claims().level());
        if (level == null || !settings.levels().contains(level)) {
            throw new LoginRefused(Refusal.LEVEL, "the assurance level is not among those accepted");
        }
        String id = token.getClaimAsString(settings.claims().id());
        if (id == null || !ids.matcher(id).matches() || id.equals(SetupAccount.NOBODY)) {
            throw new LoginRefused(
                    Refusal.ID,
                    "the claim %s is missing or no user id"
                            .formatted(settings.claims().id()));
        }
        Set<String> groups = known(values(token, settings.claims().groups()));
        Set<String> tenant = values(token, settings.claims().tenant())
                .filter(tenants::contains)
                .collect(Collectors.toSet());
        String authority = authority(token);
        if (groups.isEmpty()) {
            throw refused(Refusal.GROUPS, id, settings.claims().groups(), "names no group of Samsteg's");
        }
        if (tenant.size() != 1) {
            throw refused(Refusal.TENANT, id, settings.claims().tenant(), "does not name exactly one tenant");
        }
        if (groups.stream().map(Role::authority).anyMatch(its -> its != null && !its.equals(authority))) {
            throw refused(Refusal.AUTHORITY, id, settings.claims().authority(), "does not agree with the groups");
        }
        return new Member(
                id,
                Objects.requireNonNullElse(token.getClaimAsString("given_name"), ""),
                lastName(token, id),
                token.getClaimAsString("email"),
                groups,
                tenant.iterator().next(),
                authority);
    }

    private static LoginRefused refused(Refusal why, String user, String claim, String said) {
        return new LoginRefused(why, user, "the claim %s %s".formatted(claim, said), null);
    }

    private @Nullable String authority(ClaimAccessor token) {
        List<String> known = values(token, settings.claims().authority())
                .filter(authorities::contains)
                .distinct()
                .toList();
        return known.size() == 1 ? known.get(0) : null;
    }

    /** A name is shown wherever a user is chosen, so there is always one. */
    private static String lastName(ClaimAccessor token, String id) {
        return Stream.of(token.getClaimAsString("family_name"), token.getClaimAsString("name"), id)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Without the groups of the provider's other applications. */
    private Set<String> known(Stream<String> groups) {
        String[] asked = groups.toArray(String[]::new);
        return asked.length == 0
                ? Set.of()
                : identity.createGroupQuery().groupIdIn(asked).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values of a claim, which some providers write as one text and some as a list. */
    private static Stream<String> values(ClaimAccessor token, String claim) {
        Object value = token.getClaims().get(claim);
        return value instanceof Collection<?> several
                ? several.stream().filter(Objects::nonNull).map(Object::toString)
                : Stream.ofNullable(value).map(Object::toString);
    }
}
