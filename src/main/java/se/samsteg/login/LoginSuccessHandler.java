package se.samsteg.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Login success handler: the provider has authenticated the user, and the claims decide here whether the user has
 * access.
 */
class LoginSuccessHandler implements AuthenticationSuccessHandler {

    private final OAuth2AuthorizedClientRepository clients;
    private final Claims claims;
    private final Accounts accounts;
    private final CamundaSession camunda;
    private final SetupAccount setUp;
    private final LoginFailureHandler turningAway;
    private final Clock clock;
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();

    LoginSuccessHandler(
            OAuth2AuthorizedClientRepository clients,
            Claims claims,
            Accounts accounts,
            CamundaSession camunda,
            SetupAccount setUp,
            LoginFailureHandler turningAway,
            RequestCache wanted,
            Clock clock) {
        this.clients = clients;
        this.claims = claims;
        this.accounts = accounts;
        this.camunda = camunda;
        this.setUp = setUp;
        this.turningAway = turningAway;
        this.clock = clock;
        onwards.setRequestCache(wanted);
        // Redirects to the requested page by path only: the host that the request named is not used.
        onwards.setRedirectStrategy(
                (request, response, page) -> response.sendRedirect(page.replaceFirst("^https?://[^/]*/*", "/")));
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        try {
            letIn(request, authentication);
        } catch (LoginRefused e) {
            if (e.user() != null) {
                accounts.withdraw(e.user());
            }
            turningAway.onAuthenticationFailure(request, response, e);
            return;
        }
        onwards.onAuthenticationSuccess(request, response, authentication);
    }

    private void letIn(HttpServletRequest request, Authentication authentication) {
        OidcIdToken token = ((OidcUser) authentication.getPrincipal()).getIdToken();
        OAuth2AuthorizedClient client = clients.loadAuthorizedClient(Provider.NAME, authentication, request);
        if (client == null || client.getRefreshToken() == null) {
            throw new LoginRefused(
                    Refusal.PROVIDER,
                    "the provider gives no refresh token, so that a closed account would not be noticed:"
                            + " let it, or add offline_access to SAMSTEG_LOGIN_SCOPES");
        }
        Member member = claims.read(token);
        accounts.bring(member);
        setUp.close();
        camunda.of(request.getSession(), member.id());
        new AuthenticatedSession(
                        token.getSubject(),
                        member.id(),
                        new Tokens(token.getTokenValue(), client.getAccessToken(), client.getRefreshToken()),
                        clock.instant())
                .keepIn(request.getSession());
    }
}
