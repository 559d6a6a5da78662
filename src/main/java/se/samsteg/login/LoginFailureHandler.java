package se.samsteg.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Login failure handler: shows why a login is refused, and ends the session. */
class LoginFailureHandler implements AuthenticationFailureHandler {

    /** Attribute of the request that says why. */
    static final String WHY = "why";

    private static final Logger LOG = LoggerFactory.getLogger(LoginFailureHandler.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        Refusal why = why(failure);
        LOG.warn("Somebody is not let in ({}): {}", why, failure.getMessage());
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.setAttribute(WHY, why);
        request.getRequestDispatcher(Pages.REFUSED).forward(request, response);
    }

    private static Refusal why(AuthenticationException failure) {
        if (failure instanceof LoginRefused refused) {
            return refused.why();
        }
        return Provider.isAway(failure) ? Refusal.AWAY : Refusal.PROVIDER;
    }
}
