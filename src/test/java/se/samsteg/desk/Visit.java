package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without a screen: what the running application answers to it. */
public final class Visit {

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** @param port of the application */
    public Visit(int port) {
        this.port = port;
    }

    /** @param path from the root, without its first slash */
    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)));
    }

    /** Sends JSON; after a log-in a page must have been opened, which brings the token. */
    public HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Sends JSON, or nothing with GET. */
    public HttpResponse<byte[]> send(String method, String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    /**
     * Sends anything.
     *
     * @param type as it stands in the header; null without one
     * @param body null for none
     */
    public HttpResponse<byte[]> send(String method, String path, @Nullable String type, byte @Nullable [] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return send(request);
    }

    /** Sends JSON without the token that the own pages send, as another site's page would. */
    public HttpResponse<byte[]> sendFromElsewhere(String path, String json) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** Forgets who was logged in before. */
    public Visit logIn(String user) throws IOException, InterruptedException {
        assertThat(tryToLogIn(user, "samsteg")).isEqualTo(200);
        return this;
    }

    /** @return the answer's status: 200, or 401 if user and password do not belong together or must wait */
    public int tryToLogIn(String user, String password) throws IOException, InterruptedException {
        cookies.getCookieStore().removeAll();
        get("camunda/app/welcome/default/");
        return send(HttpRequest.newBuilder(address("camunda/api/admin/auth/user/default/login/welcome"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + user + "&password=" + password)))
                .statusCode();
    }

    /** The lines that a browser would send with the log-in and the token, for a request that no browser would send. */
    public String headers() {
        return "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\n"
                .formatted(
                        cookies.getCookieStore().getCookies().stream()
                                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")),
                        token());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + "/" + path);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.header("X-XSRF-TOKEN", token()).build(), BodyHandlers.ofByteArray());
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
