package se.samsteg.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * The authorization request to the provider: with PKCE and a nonce, for one of the accepted assurance levels and, after
 * a logout or a refusal, with {@code prompt=login}, so that the user is authenticated anew.
 */
class AuthorizationRequests implements OAuth2AuthorizationRequestResolver {

    private static final String PROMPT = "prompt";
    private static final String LOGIN = "login";

    private final DefaultOAuth2AuthorizationRequestResolver asking;

    AuthorizationRequests(ClientRegistrationRepository provider, List<String> levels) {
        asking = new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(
                        parameters -> parameters.put("acr_values", String.join(" ", levels)))));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return anew(request, asking.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return anew(request, asking.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest anew(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest asked) {
        return asked == null || !LOGIN.equals(request.getParameter(PROMPT))
                ? asked
                : OAuth2AuthorizationRequest.from(asked)
                        .additionalParameters(parameters -> parameters.put(PROMPT, LOGIN))
                        .build();
    }
}
