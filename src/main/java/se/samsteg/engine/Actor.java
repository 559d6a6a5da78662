package se.samsteg.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Who acts, and in which of the person's roles. */
@Component
public class Actor {

    /** User and role of what no user does: a timer, the start-up, a rule of a programme. */
    public static final String SYSTEM = "system";

    private final IdentityService identity;

    Actor(IdentityService identity) {
        this.identity = identity;
    }

    /** Whether a user is logged in, and it is no timer or start-up that acts. */
    public boolean loggedIn() {
        return identity.getCurrentAuthentication() != null;
    }

    /** User id of the user who is logged in; {@code system} for timers and start-up. */
    public String user() {
        var authentication = identity.getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
    }

    /** Group ids of the user who is logged in. */
    public List<String> groups() {
        var authentication = identity.getCurrentAuthentication();
        return authentication == null || authentication.getGroupIds() == null
                ? List.of()
                : authentication.getGroupIds();
    }

    /** Tenant ids of the user who is logged in. */
    public List<String> tenants() {
        var authentication = identity.getCurrentAuthentication();
        return authentication == null || authentication.getTenantIds() == null
                ? List.of()
                : authentication.getTenantIds();
    }

    /**
     * Whether the user works for an association, and for no other. A role is the user's and not the association's: with two
     * associations a lead of one would be lead of both, so what tells of many persons is refused to such an account.
     */
    public boolean worksFor(String tenant) {
        return tenants().equals(List.of(tenant));
    }

    /** The role the task was given to: the candidate group the user is in, otherwise a group of the user's. */
    public String role(DelegateTask task) {
        var mine = groups();
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && mine.contains(group)) // a link may be to a person instead
                .findFirst()
                .orElseGet(this::role);
    }

    /** A group of the user's where no task says which. */
    public String role() {
        return groups().stream().sorted().findFirst().orElse(SYSTEM);
    }
}
