package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samsteg.SamstegTest;

@SamstegTest
class RouteMatrixTest {
    @Autowired
    ServletContext server;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping own;

    @Test
    void print() throws Exception {
        var all = ExistingRoutes.of(server, own);
        Files.write(Path.of("/tmp/routes.txt"), all);
        server.getServletRegistrations()
                .forEach((n, r) -> System.out.println(
                        "SERVLET " + n + " " + r.getMappings() + " " + r.getClassName() + " " + r.getInitParameters()));
        assertThat(all).isNotEmpty();
    }
}
