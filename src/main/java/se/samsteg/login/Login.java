package se.samsteg.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Spring Security, which exists in a real installation only: users log in by the identity provider alone. What
 * Camunda's web applications guard themselves (forged requests, headers, rights) is left to them.
 */
@Configuration(proxyBeanMethods = false)
@Profile("prod")
@EnableWebSecurity
@EnableConfigurationProperties(LoginSettings.class)
class Login {

    /** For containers and load balancers; the proxy does not forward it. */
    private static final String HEALTH = "/actuator/health";

    /** Pages that are drawn below Camunda's interface, where alone it tells who is logged in. */
    private static final Pattern OWN_PAGE = Pattern.compile(
            "/camunda/api/samsteg/(?:results\\.html|missing|participants|(?:case|development)/[A-Z0-9-]+(?:/[a-z]+)?)");

    private static final String CHAIN = "springSecurityFilterChain";

    /** After the gate and before Camunda's filters, which read the user from the session. */
    @Bean
    DelegatingFilterProxyRegistrationBean chainRegistration() {
        var registration = new DelegatingFilterProxyRegistrationBean(CHAIN);
        registration.setOrder(OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER - 100);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new RequestTokens();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity security,
            Provider provider,
            LoginSettings settings,
            OAuth2AuthorizedClientRepository clients,
            Claims claims,
            Accounts accounts,
            CamundaSession camunda,
            SetupAccount setUp,
            Clock clock,
            @Value("${samsteg.base-url}") String baseUrl)
            throws Exception {
        var wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(Login::isPage);
        wanted.setMatchingRequestParameterName(null);
        var turningAway = new LoginFailureHandler();
        var lettingIn = new LoginSuccessHandler(clients, claims, accounts, camunda, setUp, turningAway, wanted, clock);
        var signed = new OidcUserService();
        // Only claims of the signed ID token are used.
        signed.setRetrieveUserInfo(request -> false);
        return security.authorizeHttpRequests(
                        requests -> requests.requestMatchers(Pages.LOGGED_OUT, Pages.REFUSED, HEALTH)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2Login(login -> login.loginPage(Pages.LOGIN)
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(clients)
                        .authorizationEndpoint(asking -> asking.authorizationRequestResolver(
                                new AuthorizationRequests(provider, settings.levels())))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(provider.codes()))
                        .userInfoEndpoint(users -> users.oidcUserService(signed))
                        .successHandler(lettingIn)
                        .failureHandler(turningAway)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(turningAway);
                                return filter;
                            }
                        }))
                .addFilterBefore(new Renewal(provider, claims, accounts, camunda, clock), AuthorizationFilter.class)
                .addFilterAfter(new LogoutHandler(provider, settings, baseUrl), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(toTheProvider()))
                .sessionManagement(sessions -> sessions.sessionFixation(SessionFixationConfigurer::newSession))
                .requestCache(cache -> cache.requestCache(wanted))
                .csrf(AbstractHttpConfigurer::disable)
                // Camunda's own are enough; this one tells its pages what not to offer.
                .headers(headers -> headers.defaultsDisabled()
                        .addHeaderWriter(new StaticHeadersWriter("Samsteg-Accounts", "provider")))
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * A page is redirected to the login; a request of a page's script gets 401 with a header that makes the page
     * reload.
     */
    private static AuthenticationEntryPoint toTheProvider() {
        return (request, response, why) -> {
            if (isPage(request)) {
                response.sendRedirect(Pages.LOGIN);
            } else {
                response.setHeader(LogoutHandler.NEXT, "again");
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            }
        };
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals(HttpMethod.GET.name())
                && (!request.getRequestURI().startsWith("/camunda/api/")
                        || OWN_PAGE.matcher(request.getRequestURI()).matches())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
