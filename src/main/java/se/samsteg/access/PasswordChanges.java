package se.samsteg.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of a user whose password was changed, but not the one in which the user did so: a password that
 * became known must not keep another session open. In production the identity provider has the passwords.
 */
@Component
@Profile("!prod")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PasswordChanges extends OncePerRequestFilter {

    private static final String LOGGED_IN_WITH = PasswordChanges.class.getName();

    private final ObjectProvider<IdentityService> identity;

    PasswordChanges(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    /** @param password as the engine keeps it, hashed */
    private record Credentials(String user, @Nullable String password) implements Serializable {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return !path.startsWith(Routes.BASE) && !path.startsWith("/mail");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Credentials now = session == null ? null : credentials(session);
        if (session != null
                && now != null
                && session.getAttribute(LOGGED_IN_WITH) instanceof Credentials then
                && then.user().equals(now.user())
                && !then.equals(now)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
        remember(request, response);
    }

    private void remember(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        Credentials now = session == null ? null : credentials(session);
        if (session == null || now == null) {
            return;
        }
        boolean known = session.getAttribute(LOGGED_IN_WITH) instanceof Credentials then
                && then.user().equals(now.user());
        boolean changedHere = request.getRequestURI().endsWith("/user/" + now.user() + "/credentials")
                && response.getStatus() == HttpServletResponse.SC_NO_CONTENT;
        if (!known || changedHere) {
            session.setAttribute(LOGGED_IN_WITH, now);
        }
    }

    private @Nullable Credentials credentials(HttpSession session) {
        Authentications known = WebappLogin.of(session);
        if (known == null) {
            return null;
        }
        String id = known.getAuthentications().get(0).getIdentityId();
        User user = identity.getObject().createUserQuery().userId(id).singleResult();
        return new Credentials(id, user == null ? null : user.getPassword());
    }
}
