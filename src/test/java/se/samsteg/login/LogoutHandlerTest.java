package se.samsteg.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** What {@link OpenIdLoginTest} cannot show: a provider that has no end of session, and a logout that is refused. */
class LogoutHandlerTest {

    private final Provider provider = mock(Provider.class);
    private final MockHttpSession session = new MockHttpSession();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void aUserIsLoggedIn() {
        when(provider.endOfSession()).thenReturn(Optional.empty());
        var access = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "access", null, null);
        new AuthenticatedSession(
                        "maria",
                        "maria",
                        new Tokens("id", access, new OAuth2RefreshToken("refresh", null)),
                        Instant.EPOCH)
                .keepIn(session);
    }

    @Test
    void withoutAnEndOfSessionAtTheProviderThePageSaysThatOneIsLoggedOut() throws Exception {
        logOut((request, answer) -> {});

        assertThat(response.getHeader("Samsteg-Next")).isEqualTo("/utloggad");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aLogoutThatCamundaRefusesEndsNothingHere() throws Exception {
        logOut((request, answer) -> ((HttpServletResponse) answer).sendError(403));

        assertThat(session.isInvalid()).isFalse();
    }

    private void logOut(FilterChain camunda) throws Exception {
        var settings = new LoginSettings(
                "https://provider.test",
                "samsteg",
                "hemligt",
                List.of("loa3"),
                List.of("openid"),
                new LoginSettings.Names("sub", "groups", "tenant", "authority", "acr"));
        var request = new MockHttpServletRequest("POST", "/camunda/api/admin/auth/user/default/logout");
        request.setSession(session);
        new LogoutHandler(provider, settings, "https://samsteg.test").doFilter(request, response, camunda);
    }
}
