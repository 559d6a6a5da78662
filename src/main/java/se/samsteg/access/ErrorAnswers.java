package se.samsteg.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samsteg.form.Json;

/**
 * Says in one Swedish sentence why something below {@code /camunda/api} was refused or failed: by the gate, the log-in,
 * Camunda or a page of Samsteg's own. Camunda's web applications show what they are answered, and Camunda answers with
 * permissions, exceptions and ids in English. A sentence of Samsteg's own, {@link se.samsteg.form.Refused}, stays. Is
 * the outermost filter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAnswers extends OncePerRequestFilter {

    private static final String OWN = "Refused";

    /** By the class of the exception, where that tells more than the status. */
    private static final Map<String, String> BY_TYPE = Map.of(
            "NotFoundException", "Det du bad om finns inte, eller är inte ditt.",
            "PasswordPolicyException", "Det nya lösenordet är för enkelt.",
            "OptimisticLockingException", "Någon annan ändrade samtidigt. Ladda om sidan och försök igen.");

    private static final String WRONG_PASSWORD = "password is not valid";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return !path.startsWith(Routes.BASE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ErrorBodyFilterResponse answer = new ErrorBodyFilterResponse(response);
        try {
            chain.doFilter(request, answer);
        } catch (ServletException | RuntimeException e) {
            // As the container would log it, which would then answer with words of its own.
            logger.error("A request failed", e);
            answer.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
        if (!answer.failed() || response.isCommitted()) {
            return;
        }
        if (opensAPage(request)) {
            response.sendError(response.getStatus()); // the page for errors says it
            return;
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put("type", OWN);
        said.put("message", sentence(response.getStatus(), answer.said()));
        byte[] body = Json.MAPPER.writeValueAsBytes(said);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A link to a document, not a request of a script. */
    private static boolean opensAPage(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String sentence(int status, byte[] body) {
        JsonNode said = read(body);
        String type = said.path("type").asText();
        String message = said.path("message").asText();
        if (type.equals(OWN) && !message.isBlank()) {
            return message;
        }
        if (message.contains(WRONG_PASSWORD)) {
            return "Lösenordet är fel.";
        }
        return BY_TYPE.getOrDefault(type, byStatus(status));
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            return Json.MAPPER.missingNode();
        }
    }

    private static String byStatus(int status) {
        return switch (status) {
            case 401 -> "Du är inte inloggad. Logga in och försök igen.";
            case 403 -> "Du får inte göra det här.";
            case 404 -> "Det du bad om finns inte, eller är inte ditt.";
            case 408, 504 -> "Det tog för lång tid. Försök igen.";
            case 409 -> "Någon annan ändrade samtidigt. Ladda om sidan och försök igen.";
            case 413 -> "Det du skickade är för långt.";
            case 429, 503 -> "Det är för mycket att göra just nu. Försök igen om en stund.";
            default ->
                status < 500
                        ? "Det gick inte att förstå vad du bad om. Ladda om sidan och försök igen."
                        : "Något gick fel. Försök igen om en stund, och kontakta systemadministratören om felet kvarstår.";
        };
    }
}
