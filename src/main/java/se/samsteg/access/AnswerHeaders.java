package se.samsteg.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.filter.OrderedFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers, with every answer, not to tell other sites where they came from, and not to give pages a camera, a
 * microphone or a place. Camunda says neither, and nothing at all outside its own pages.
 */
@Component
class AnswerHeaders extends OncePerRequestFilter implements OrderedFilter {

    private static final String NO_PERMISSIONS = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
            + " encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(),"
            + " screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    @Override
    public int getOrder() {
        // Outside the gate, so that its refusals have the headers too.
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NO_PERMISSIONS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        chain.doFilter(request, response);
    }
}
