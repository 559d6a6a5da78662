package se.samsteg.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Camunda's own logout ends the whole session, and answers with the provider's logout address, at which the provider
 * ends its session too and redirects to {@link Pages#LOGGED_OUT}.
 */
class LogoutHandler extends OncePerRequestFilter {

    /** Tells {@code shared/scripts/login.js} where to go. */
    static final String NEXT = "Samsteg-Next";

    private static final RequestMatcher LOGOUT = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    private final Provider provider;
    private final String loggedOut;
    private final String clientId;

    LogoutHandler(Provider provider, LoginSettings settings, String baseUrl) {
        this.provider = provider;
        this.clientId = settings.clientId();
        this.loggedOut = baseUrl.replaceAll("/+$", "") + Pages.LOGGED_OUT;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOGOUT.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        AuthenticatedSession vouched = AuthenticatedSession.in(session);
        if (vouched != null) {
            response.setHeader(NEXT, next());
        }
        chain.doFilter(request, response);
        // Not where Camunda refuses it: some other page may have sent it.
        if (session != null && vouched != null && response.getStatus() == HttpStatus.OK.value()) {
            synchronized (vouched) {
                if (!vouched.ended()) {
                    vouched.end();
                    session.invalidate();
                }
            }
        }
    }

    /** Without the ID token, which holds the name: an address stays in the browser's history and in the logs of proxies. */
    private String next() {
        return provider.endOfSession()
                .map(end -> UriComponentsBuilder.fromUriString(end)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{loggedOut}")
                        .encode()
                        .buildAndExpand(clientId, loggedOut)
                        .toUriString())
                .orElse(Pages.LOGGED_OUT);
    }
}
