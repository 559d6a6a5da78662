package se.samsteg.staff;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What members of staff are called: only administrators may look up users, everybody may know a colleague's name. */
@Component
public class StaffNames {

    private final IdentityService identity;

    StaffNames(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** Names by user id, of those who have an account. */
    public Map<String, String> of(Collection<String> users) {
        Map<String, String> names = new HashMap<>();
        if (users.isEmpty()) {
            return names;
        }
        var asking = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            for (User user : identity.createUserQuery()
                    .userIdIn(users.toArray(String[]::new))
                    .list()) {
                names.put(user.getId(), (user.getFirstName() + " " + user.getLastName()).strip());
            }
        } finally {
            identity.setAuthentication(asking);
        }
        return names;
    }

    /** The name, or the id of somebody who has no account. */
    public String of(String user) {
        return of(java.util.List.of(user)).getOrDefault(user, user);
    }
}
