package se.samsteg.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Compares the grants in the database with those that this version wants. What a new version wants otherwise is brought
 * up to date; a difference from what the last start left was made by a user or administrator outside Samsteg.
 */
@Component
class Grants {

    /** Name of the engine's property that says what the last start left. */
    static final String LEFT = "samsteg.grants";

    private static final Logger LOG = LoggerFactory.getLogger(Grants.class);

    private final AuthorizationService authorizations;
    private final ManagementService management;
    private final boolean repair;

    Grants(
            AuthorizationService authorizations,
            ManagementService management,
            @Value("${samsteg.repair-grants}") boolean repair) {
        this.authorizations = authorizations;
        this.management = management;
        this.repair = repair;
    }

    /** What a group may do with a resource, or with all of its kind. */
    record Grant(String group, Resource resource, String id, List<Permission> permissions) {}

    /**
     * Makes what is granted the same as what is wanted.
     *
     * @throws IllegalStateException if the grants were changed since the last start and are not to be repaired
     */
    void hold(Collection<Grant> all) {
        Map<String, Authorization> wanted = new TreeMap<>();
        all.stream().map(this::authorization).forEach(one -> wanted.put(words(one), one));
        Map<String, List<Authorization>> found = found();
        Set<String> missing = new TreeSet<>(wanted.keySet());
        missing.removeAll(found.keySet());
        List<String> extra = new ArrayList<>();
        found.forEach((words, same) ->
                same.stream().skip(wanted.containsKey(words) ? 1 : 0).forEach(one -> extra.add(words)));
        if (!missing.isEmpty() || !extra.isEmpty()) {
            report(found, missing, extra);
            found.forEach((words, same) -> same.stream()
                    .skip(wanted.containsKey(words) ? 1 : 0)
                    .forEach(one -> authorizations.deleteAuthorization(one.getId())));
            missing.forEach(words -> authorizations.saveAuthorization(wanted.get(words)));
        }
        management.setProperty(LEFT, sum(wanted.keySet()));
    }

    private void report(Map<String, List<Authorization>> found, Set<String> missing, List<String> extra) {
        String left = management.getProperties().get(LEFT);
        List<String> now = found.entrySet().stream()
                .flatMap(same -> same.getValue().stream().map(one -> same.getKey()))
                .toList();
        if (left == null || left.equals(sum(now))) {
            LOG.info("Grants are brought up to date: {} new, {} gone", missing.size(), extra.size());
            return;
        }
        String changes = Stream.concat(
                        missing.stream().map(words -> "\n- missing: " + words),
                        extra.stream().map(words -> "\n- extra: " + words))
                .reduce("", String::concat);
        if (!repair) {
            throw new IllegalStateException("SOMEBODY HAS CHANGED WHAT IS GRANTED since the last start:" + changes
                    + "\nFind out who and why; SAMSTEG_REPAIR_GRANTS=true puts it right at the next start.");
        }
        LOG.error("SOMEBODY HAS CHANGED WHAT IS GRANTED since the last start, and it is put right:{}", changes);
    }

    private Map<String, List<Authorization>> found() {
        Map<String, List<Authorization>> found = new TreeMap<>();
        authorizations.createAuthorizationQuery().list().stream()
                .filter(one -> !ofCamundaItself(one))
                .forEach(one -> found.computeIfAbsent(words(one), any -> new ArrayList<>())
                        .add(one));
        return found;
    }

    /** What Camunda grants with each account: to look after oneself, and to know of one's own groups and tenants. */
    private static boolean ofCamundaItself(Authorization one) {
        if (one.getAuthorizationType() != AUTH_TYPE_GRANT || ANY.equals(one.getResourceId())) {
            return false;
        }
        int kind = one.getResourceType();
        int may = ((AuthorizationEntity) one).getPermissions();
        boolean reads = may == Permissions.READ.getValue();
        return kind == Resources.USER.resourceType() && one.getResourceId().equals(one.getUserId())
                || kind == Resources.GROUP.resourceType() && one.getResourceId().equals(one.getGroupId()) && reads
                || kind == Resources.TENANT.resourceType() && one.getUserId() != null && reads;
    }

    private Authorization authorization(Grant grant) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        grant.permissions().forEach(authorization::addPermission);
        return authorization;
    }

    private static String words(Authorization one) {
        String type = one.getAuthorizationType() == AUTH_TYPE_GRANT ? "" : "type " + one.getAuthorizationType() + " ";
        String who = one.getGroupId() == null ? "user " + one.getUserId() : "group " + one.getGroupId();
        return "%s%s on resource type %d, id %s: permissions %d"
                .formatted(
                        type,
                        who,
                        one.getResourceType(),
                        one.getResourceId(),
                        ((AuthorizationEntity) one).getPermissions());
    }

    private static String sum(Collection<String> words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
