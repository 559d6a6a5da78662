package se.samsteg.prod;

import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in who can let in the others: an administrator, made from a secret where there is none yet. */
@Component
@Profile("prod")
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String ADMINISTRATORS = "camunda-admin";

    private final IdentityService identity;
    private final Environment environment;

    FirstAdministrator(IdentityService identity, Environment environment) {
        this.identity = identity;
        this.environment = environment;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (identity.createUserQuery().memberOfGroup(ADMINISTRATORS).count() > 0) {
            return;
        }
        String id = environment.getProperty("SAMSTEG_ADMIN_ID", "admin");
        if (identity.createUserQuery().userId(id).count() == 0) {
            var user = identity.newUser(id);
            user.setFirstName("Första");
            user.setLastName("Administratör");
            user.setPassword(AdminPassword.in(environment).orElseThrow());
            identity.saveUser(user);
        }
        identity.createMembership(id, ADMINISTRATORS);
        LOG.info("The first administrator is {}, with the password of the secret: change it after the first login", id);
    }
}
