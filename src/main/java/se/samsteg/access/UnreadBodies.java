package se.samsteg.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tells how much of a body has arrived, which a servlet cannot ask without blocking; and closes the connection of a
 * request whose body was not read to its end: Tomcat would read the rest and throw it away, byte by byte as it comes,
 * with a thread that waits for it.
 */
@Component
class UnreadBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Attribute of a request: an {@link IntSupplier} of how many bytes can be read without waiting. */
    static final String ARRIVED = UnreadBodies.class.getName() + ".arrived";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Closing());
    }

    private static final class Closing extends ValveBase {

        Closing() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var sent = request.getCoyoteRequest();
            IntSupplier arrived = () -> {
                sent.action(ActionCode.AVAILABLE, true);
                return sent.getAvailable();
            };
            request.setAttribute(ARRIVED, arrived);
            getNext().invoke(request, response);
            if (!request.isAsync() && !request.isFinished()) {
                // Before the input is closed: Tomcat calls that an error, and makes 500 of an answer that has not gone
                // out.
                response.finishResponse();
                sent.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }
}
