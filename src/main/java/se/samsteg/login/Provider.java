package se.samsteg.login;

import com.nimbusds.jose.RemoteKeySourceException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The organisation's identity provider. It is asked for its description at the first login, and not before: Samsteg
 * starts, and its timers and letters go on, while the provider is away.
 */
@Component
@Profile("prod")
class Provider implements ClientRegistrationRepository, JwtDecoderFactory<ClientRegistration> {

    /** The one provider's name in addresses, {@code /login/oauth2/code/samsteg}. */
    static final String NAME = "samsteg";

    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final LoginSettings settings;
    private final String baseUrl;
    private final JdkClientHttpRequestFactory requests;
    private final RestClientRefreshTokenTokenResponseClient renewals = new RestClientRefreshTokenTokenResponseClient();
    private @Nullable ClientRegistration registration;
    private @Nullable JwtDecoder decoder;

    Provider(LoginSettings settings, @Value("${samsteg.base-url}") String baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        // A user's request waits for the answer, and the session's other requests wait for that one.
        this.requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(5));
        renewals.setRestClient(tokenRequests());
    }

    private RestClient tokenRequests() {
        return RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** The client that exchanges the authorization code for tokens. */
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(tokenRequests());
        return codes;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(NAME) ? registration() : null;
    }

    private synchronized ClientRegistration registration() {
        if (registration == null) {
            registration = register();
        }
        return registration;
    }

    private ClientRegistration register() {
        Map<String, Object> description = RestClient.builder()
                .requestFactory(requests)
                .build()
                .get()
                .uri(settings.issuer().replaceAll("/+$", "") + DESCRIPTION)
                .retrieve()
                .body(JSON);
        if (description == null || !settings.issuer().equals(description.get("issuer"))) {
            throw new IllegalStateException("the provider calls itself something else than SAMSTEG_LOGIN_ISSUER");
        }
        return ClientRegistrations.fromOidcConfiguration(description)
                .registrationId(NAME)
                .clientId(settings.clientId())
                .clientSecret(settings.secret())
                .scope(settings.scopes())
                // Never from the request, whose host any client may make up.
                .redirectUri(baseUrl + "/login/oauth2/code/" + NAME)
                .build();
    }

    /** The provider's end session endpoint; empty if it has none. */
    Optional<String> endOfSession() {
        return Optional.ofNullable(registration().getProviderDetails().getConfigurationMetadata())
                .map(description -> description.get("end_session_endpoint"))
                .map(Object::toString);
    }

    /** One for all, which keeps the provider's keys until a token is signed with another. */
    @Override
    public synchronized JwtDecoder createDecoder(ClientRegistration known) {
        if (decoder == null) {
            decoder = decoder(known);
        }
        return decoder;
    }

    private JwtDecoder decoder(ClientRegistration known) {
        NimbusJwtDecoder made = NimbusJwtDecoder.withJwkSetUri(
                        known.getProviderDetails().getJwkSetUri())
                // Only signatures with the provider's private key: neither none nor a MAC with the shared client
                // secret.
                .jwsAlgorithms(algorithms -> algorithms.addAll(Set.of(SignatureAlgorithm.values())))
                .restOperations(new RestTemplate(requests))
                .build();
        made.setJwtValidator(JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(known)));
        Map<String, Converter<Object, ?>> types = OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters();
        made.setClaimSetConverter(new ClaimTypeConverter(types));
        return made;
    }

    /**
     * Asks whether the provider still vouches for the user. The answered tokens are not yet checked, and must be kept:
     * the last refresh token may be invalid from now on.
     *
     * @throws LoginRefused if it does not, or cannot be asked
     */
    Tokens renew(Tokens last) {
        OAuth2AccessTokenResponse answer;
        try {
            answer = renewals.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(registration(), last.access(), last.refresh()));
        } catch (OAuth2AuthorizationException e) {
            throw refused(e, "the provider does not renew: " + e.getError().getErrorCode());
        } catch (RuntimeException e) {
            throw refused(e, "the provider's description cannot be read");
        }
        Object id = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        if (id == null) {
            throw new LoginRefused(Refusal.PROVIDER, "the provider renews without an ID token");
        }
        return new Tokens(
                id.toString(),
                answer.getAccessToken(),
                Objects.requireNonNullElse(answer.getRefreshToken(), last.refresh()));
    }

    /**
     * Reads an ID token that came with a renewal.
     *
     * @throws LoginRefused if it is not the provider's, not for Samsteg or out of date, or cannot be checked
     */
    Jwt read(String token) {
        try {
            return createDecoder(registration()).decode(token);
        } catch (JwtException e) {
            throw refused(e, "the ID token is not accepted: " + e.getMessage());
        }
    }

    private static LoginRefused refused(RuntimeException e, String said) {
        return new LoginRefused(isAway(e) ? Refusal.AWAY : Refusal.PROVIDER, said, e);
    }

    /** Whether the provider did not answer, as against a refusal. */
    static boolean isAway(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
        return causes.stream().noneMatch(BadJwtException.class::isInstance)
                && causes.stream()
                        .anyMatch(cause -> cause instanceof ResourceAccessException
                                || cause instanceof HttpServerErrorException
                                || cause instanceof HttpClientErrorException.TooManyRequests
                                || cause instanceof RemoteKeySourceException);
    }
}
