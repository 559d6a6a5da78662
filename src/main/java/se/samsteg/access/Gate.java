package se.samsteg.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samsteg.access.Bodies.Content;
import se.samsteg.access.Routes.Route;
import se.samsteg.engine.StatementTimeouts;

/**
 * Runs before Camunda's filters. Of Camunda's interface it allows what the web applications need and nothing else:
 * routes, methods, parameters and bodies by {@link Routes}, parsed once and forwarded as they were written anew. A
 * refused request never reaches Camunda (set-up of administrators, comments, attachments, filters, deployments,
 * batches, migration, variables, history). All other paths only serve pages.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Gate extends OncePerRequestFilter {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final Set<String> CHANGING_NOTHING = Set.of("GET", "OPTIONS");

    /** Where the web applications' own pages, scripts and styles are, below Camunda's interface. */
    private static final String CAMUNDA = "/camunda/";

    /** The error page, which no client requests itself. */
    private static final String ERROR = "/error";

    /** Camunda looks for these pages in the engine that the path names, and fails if there is no such engine. */
    private static final Pattern APPLICATION =
            Pattern.compile("/camunda/app/(?<application>[\\w-]+)(/(?<engine>[\\w-]+)(/(setup/)?)?)?");

    private static final Set<String> APPLICATIONS = Set.of("welcome", "tasklist", "cockpit", "admin");

    private static final int SECONDS_TO_WAIT = 2;

    private final Routes routes;
    private final Bodies bodies;
    private final ConcurrencyLimit seats;

    Gate(Routes routes, Bodies bodies, ConcurrencyLimit seats) {
        this.routes = routes;
        this.bodies = bodies;
        this.seats = seats;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // As the container has decoded and normalised it: the path that is checked is the path that is served.
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        try {
            if (path.startsWith(Routes.BASE)) {
                ask(request, response, chain);
            } else {
                look(path, request, response, chain);
            }
        } catch (RequestRefused refused) {
            answer(refused, path, request, response);
        } catch (ServletException | RuntimeException e) {
            if (!StatementTimeouts.isCauseOf(e) || response.isCommitted()) {
                throw e;
            }
            answer(new RequestRefused(HttpStatus.SERVICE_UNAVAILABLE), path, request, response);
        }
    }

    private void look(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (path.equals(ERROR) || !isThere(path)) {
            throw new RequestRefused(HttpStatus.NOT_FOUND);
        }
        if (!LOOKING.contains(request.getMethod())) {
            throw new RequestRefused(HttpStatus.METHOD_NOT_ALLOWED);
        }
        if (Bodies.has(request)) {
            throw new RequestRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        RewrittenRequest read = new RewrittenRequest(request, null, Content.NONE);
        if (path.startsWith(CAMUNDA)) {
            chain.doFilter(read, response);
        } else {
            try (var seat = seats.of(request.getSession(false))) {
                chain.doFilter(read, response);
            }
        }
    }

    private static boolean isThere(String path) {
        var page = APPLICATION.matcher(path);
        return !page.matches()
                || APPLICATIONS.contains(page.group("application"))
                        && (page.group("engine") == null || page.group("engine").equals("default"));
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentications known = known(request);
        Route route = route(request, known);
        Map<String, String> query = route.query(Bodies.fields(request.getQueryString()))
                .orElseThrow(() -> new RequestRefused(HttpStatus.FORBIDDEN));
        Body body = route.body();
        if (body == null && Bodies.has(request)) {
            throw new RequestRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        checkToken(request);
        try (var seat = seats.of(known == null ? null : request.getSession(false))) {
            Content content = body == null ? Content.NONE : content(request, response, body, known != null);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            chain.doFilter(new RewrittenRequest(request, query, content), new NotKept(response));
        }
    }

    private Route route(HttpServletRequest request, @Nullable Authentications known) {
        String sent = request.getRequestURI();
        if (!sent.startsWith(Routes.BASE)) {
            throw new RequestRefused(HttpStatus.FORBIDDEN);
        }
        return routes.find(request.getMethod(), sent.substring(Routes.BASE.length()), applications(known))
                .orElseThrow(() -> new RequestRefused(HttpStatus.FORBIDDEN));
    }

    /** Without log-in only the log-in route reads a body; every other route refuses the request unread. */
    private Content content(HttpServletRequest request, HttpServletResponse response, Body body, boolean known)
            throws IOException {
        if (known) {
            return bodies.read(request, body);
        }
        if (!body.isForm()) {
            Bodies.forget(request, response, false);
            return Content.NONE;
        }
        if (Bodies.comes(request)) {
            return bodies.read(request, body);
        }
        try (var seat = seats.ofAStranger()) {
            return bodies.read(request, body);
        }
    }

    /**
     * Checks by the CSRF token that one of the own pages sent the request. Camunda's filter checks it again, but ends
     * the user's session when another page made the browser send the request.
     */
    private static void checkToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || CHANGING_NOTHING.contains(request.getMethod())) {
            return;
        }
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        if (sent == null
                || !(session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token)
                || !MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8))) {
            throw new RequestRefused(HttpStatus.FORBIDDEN);
        }
    }

    /**
     * The session's authentications as of its last check, at most half a minute ago; the engine checks rights each
     * time.
     */
    private static @Nullable Authentications known(HttpServletRequest request) {
        return WebappLogin.of(request.getSession(false));
    }

    private static Set<String> applications(@Nullable Authentications known) {
        return known == null
                ? Set.of()
                : known.getAuthentications().stream()
                        .flatMap(one -> one.getAuthorizedApps().stream())
                        .collect(Collectors.toSet());
    }

    private static void answer(
            RequestRefused refused, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpStatus status = refused.status();
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        Bodies.forget(request, response, status != HttpStatus.REQUEST_TIMEOUT && known(request) != null);
        if (path.startsWith(Routes.BASE)) {
            response.setStatus(status.value());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write("{\"type\":\"Refused\",\"message\":\"" + refused.words() + "\"}");
        } else {
            response.sendError(status.value());
        }
    }

    /** Camunda says of some answers that they may be kept if they are asked for again; none of them may. */
    private static final class NotKept extends HttpServletResponseWrapper {

        NotKept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            }
        }
    }
}
