package se.samsteg.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;

/** The log-in to Camunda's web applications, for pages outside them. */
public final class WebappLogin {

    private WebappLogin() {}

    public static boolean isLoggedIn(HttpServletRequest request) {
        return of(request.getSession(false)) != null;
    }

    static @Nullable Authentications of(@Nullable HttpSession session) {
        Authentications known = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
        return known == null || known.getAuthentications().isEmpty() ? null : known;
    }
}
