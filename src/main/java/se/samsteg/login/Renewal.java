package se.samsteg.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the provider every minute whether it still vouches for the user of a session, brings the account in line with
 * what it says now, and ends the session if it does not.
 */
class Renewal extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final Provider provider;
    private final Claims claims;
    private final Accounts accounts;
    private final CamundaSession camunda;
    private final Clock clock;

    Renewal(Provider provider, Claims claims, Accounts accounts, CamundaSession camunda, Clock clock) {
        this.provider = provider;
        this.claims = claims;
        this.accounts = accounts;
        this.camunda = camunda;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        AuthenticatedSession vouched = AuthenticatedSession.in(session);
        if (session == null || vouched == null || !holds(session, vouched)) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean holds(HttpSession session, AuthenticatedSession vouched) {
        synchronized (vouched) {
            if (!vouched.ended() && vouched.due(clock.instant())) {
                ask(session, vouched);
            }
            return !vouched.ended();
        }
    }

    private void ask(HttpSession session, AuthenticatedSession vouched) {
        Instant now = clock.instant();
        try {
            vouched.tokens(provider.renew(vouched.tokens()));
            Jwt token = provider.read(vouched.tokens().id());
            if (!vouched.subject().equals(token.getSubject())) {
                throw new LoginRefused(Refusal.PROVIDER, "the provider renews for another subject");
            }
            Member member = claims.read(token);
            if (!vouched.user().equals(member.id())) {
                throw new LoginRefused(Refusal.ID, "the user id has changed");
            }
            accounts.bring(member);
            camunda.of(session, member.id());
            vouched.again(now);
        } catch (LoginRefused e) {
            if (e.why() == Refusal.AWAY && vouched.unanswered(now)) {
                LOG.warn(
                        "The identity provider does not answer, and a session goes on for the time being: {}", said(e));
                return;
            }
            LOG.warn("A session is ended ({}): {}", e.why(), said(e));
            vouched.end();
            session.invalidate();
            if (e.user() != null) {
                accounts.withdraw(e.user());
            }
        }
    }

    private static @Nullable String said(LoginRefused e) {
        return e.getMessage();
    }
}
