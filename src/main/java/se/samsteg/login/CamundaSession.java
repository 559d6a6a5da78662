package se.samsteg.login;

import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the user of a session into the session attribute that Camunda's web applications read. */
@Component
@Profile("prod")
class CamundaSession {

    private final ProcessEngine engine;

    CamundaSession(ProcessEngine engine) {
        this.engine = engine;
    }

    /** With the groups and tenants that the user has in the engine at this moment. */
    void of(HttpSession session, String user) {
        UserAuthentication authentication = AuthenticationUtil.createAuthentication(engine, user);
        AuthenticationUtil.getAuthsFromSession(session).addOrReplace(authentication);
    }
}
