package se.samsteg.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Stands before Camunda's interface and lets through what the web applications need and nothing else: routes, methods and
 * query parameters by {@link Routes}, and bodies that are short JSON without expressions, criteria on variables or Java
 * objects at any depth. What is refused is refused before Camunda sees it (set-up of administrators, comments,
 * attachments, filters, deployments, batches, migration, variables, history).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Gate extends OncePerRequestFilter {

    private static final int LONGEST_BODY = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Routes routes;

    Gate(Routes routes) {
        this.routes = routes;
    }

    /** By the path that the container has decoded and normalised: what it hands to Camunda is what is looked at. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return !path.startsWith(Routes.BASE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getRequestURI();
        if (!sent.startsWith(Routes.BASE)
                || !routes.allow(
                        request.getMethod(),
                        sent.substring(Routes.BASE.length()),
                        query(request),
                        applications(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (!harmless(request, body)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            chain.doFilter(new Read(request, body), new NotKept(response));
        }
    }

    /** As they were when the session last asked, at most half a minute ago; the engine checks rights each time. */
    private static Set<String> applications(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Authentications known = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
        return known == null
                ? Set.of()
                : known.getAuthentications().stream()
                        .flatMap(one -> one.getAuthorizedApps().stream())
                        .collect(Collectors.toSet());
    }

    private static Set<String> query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Set.of()
                : UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .keySet();
    }

    private static boolean harmless(HttpServletRequest request, byte[] body) {
        if (body.length == 0) {
            return true;
        }
        String type = String.valueOf(request.getContentType());
        if (request.getRequestURI().contains("/login/")) {
            return type.startsWith("application/x-www-form-urlencoded");
        }
        if (!type.startsWith("application/json")) {
            return false;
        }
        try {
            return harmless(JSON.readTree(new String(body, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Search criteria on variables find out what a task holds that one may not read, letter by letter. */
    private static boolean harmless(JsonNode node) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            String key = field.getKey();
            JsonNode value = field.getValue();
            boolean criterion = key.endsWith("Variables") && value.isArray() && !value.isEmpty();
            boolean object = key.equals("type") && value.asText().matches("(?i)object|bytes|file|xml|string\\[].*");
            // Would answer with what a form holds, past the access log.
            boolean values = key.equals("withVariablesInReturn");
            if (key.endsWith("Expression")
                    || values
                    || criterion
                    || object
                    || key.equals("valueInfo") && serialised(value)) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (!harmless(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean serialised(JsonNode valueInfo) {
        return valueInfo.has("objectTypeName")
                || valueInfo.path("serializationDataFormat").asText().contains("java");
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

    /** A request whose body was read and is read once more. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
