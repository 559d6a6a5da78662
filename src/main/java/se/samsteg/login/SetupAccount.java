package se.samsteg.login;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.staff.Role;

/**
 * While its group of administrators is empty, Camunda redirects every page to its set-up, which makes the first
 * administrator. Here the provider makes and removes administrators; so an account without log-in is always in the
 * group.
 */
@Component
@Profile("prod")
@Order(Ordered.LOWEST_PRECEDENCE)
class SetupAccount implements ApplicationRunner {

    /** A user id that is refused at login. */
    static final String NOBODY = "samsteg";

    private static final String ADMINISTRATORS = Role.ADMINISTRATOR.id();

    private final IdentityService identity;

    SetupAccount(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        close();
    }

    /** Also at each login: an administrator may have deleted it. */
    @Transactional
    void close() {
        if (identity.createUserQuery().userId(NOBODY).count() == 0) {
            var nobody = identity.newUser(NOBODY);
            nobody.setFirstName("Samsteg");
            nobody.setLastName("(ingen kan logga in)");
            identity.saveUser(nobody);
        }
        if (identity.createUserQuery()
                        .userId(NOBODY)
                        .memberOfGroup(ADMINISTRATORS)
                        .count()
                == 0) {
            identity.createMembership(NOBODY, ADMINISTRATORS);
        }
    }
}
