package se.samsteg.prod;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests to the host of the base URL and to those in {@code samsteg.hosts}, and 421 to any other: a made-up
 * host name would otherwise stand in what is built from it. The health check of a container names no host.
 */
@Component
@Profile("prod")
@Order(Ordered.HIGHEST_PRECEDENCE)
class AllowedHosts extends OncePerRequestFilter {

    private static final int MISDIRECTED_REQUEST = 421;

    private final Set<String> allowed;

    /**
     * @param baseUrl where staff find Samsteg
     * @param more host names without port
     */
    AllowedHosts(@Value("${samsteg.base-url}") String baseUrl, @Value("${samsteg.hosts}") List<String> more) {
        this.allowed = Stream.concat(Stream.of(URI.create(baseUrl).getHost()), more.stream())
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (allowed.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(MISDIRECTED_REQUEST);
        }
    }
}
