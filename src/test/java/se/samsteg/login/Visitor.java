package se.samsteg.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A user at a browser without a screen, who is sent between Samsteg and the provider. Like a browser on this machine,
 * and unlike Java's own, it sends cookies that are for https only.
 */
final class Visitor {

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final URI samsteg;
    private final Map<Integer, Map<String, String>> cookies = new HashMap<>();
    private final List<URI> visited = new ArrayList<>();

    Visitor(String samsteg) {
        this.samsteg = URI.create(samsteg);
    }

    /** Opens a page and goes wherever it leads. */
    HttpResponse<String> opens(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = goesTo(address);
        for (int redirects = 0; answer.statusCode() / 100 == 3; redirects++) {
            assertThat(redirects).as("%s", visited).isLessThan(MOST_REDIRECTS);
            answer = goesTo(answer.uri()
                    .resolve(answer.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return answer;
    }

    /** Opens a page and goes no further. */
    HttpResponse<String> goesTo(String address) throws IOException, InterruptedException {
        URI page = samsteg.resolve(address);
        visited.add(page);
        return send(HttpRequest.newBuilder(page).header("Accept", "text/html,application/xhtml+xml"));
    }

    /** Opens a page, logs in at the provider that it leads to, and comes back. */
    HttpResponse<String> logsIn(String account, String address) throws IOException, InterruptedException {
        return chooses(account, opens(address));
    }

    HttpResponse<String> logsIn(String account) throws IOException, InterruptedException {
        return logsIn(account, "/camunda/app/tasklist/default/");
    }

    HttpResponse<String> chooses(String account, HttpResponse<String> page) throws IOException, InterruptedException {
        HttpResponse<String> answer = sends(account, page);
        return answer.statusCode() / 100 == 3 ? opens(location(answer)) : answer;
    }

    /** Fills in the provider's page and goes no further. */
    HttpResponse<String> sends(String account, HttpResponse<String> page) throws IOException, InterruptedException {
        assertThat(page.uri().getPath()).as(page.body()).startsWith("/choose/");
        return send(HttpRequest.newBuilder(page.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("account=" + URLEncoder.encode(account, StandardCharsets.UTF_8))));
    }

    /** Logs in at the provider and stops before what the provider then sends the browser to at Samsteg. */
    String wayBack(String account, HttpResponse<String> page) throws IOException, InterruptedException {
        String next = location(sends(account, page));
        while (URI.create(next).getPort() != samsteg.getPort()) {
            next = location(goesTo(next));
        }
        return next;
    }

    /** Confirms at the provider that one wants to log out. */
    HttpResponse<String> confirms(HttpResponse<String> page) throws IOException, InterruptedException {
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(page.body());
        Matcher token = Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(action.find() && token.find()).as(page.body()).isTrue();
        return opens(location(send(HttpRequest.newBuilder(page.uri().resolve(action.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout=yes&xsrf=" + token.group(1))))));
    }

    static String location(HttpResponse<String> answer) {
        return answer.uri()
                .resolve(answer.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    /** What a page's script asks for. */
    HttpResponse<String> asks(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(samsteg.resolve("/camunda/api/" + path))
                .header("Accept", "application/json, text/plain, */*")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    int asks(String path) throws IOException, InterruptedException {
        return asks("GET", path, "").statusCode();
    }

    /** As the page of another site does: it does not know the CSRF token. */
    HttpResponse<String> isMadeToSend(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(samsteg.resolve("/camunda/api/" + path)).POST(BodyPublishers.noBody()));
    }

    /** The session is there only on Samsteg's side of the browser. */
    String cookie(String name) {
        return cookies.getOrDefault(samsteg.getPort(), Map.of()).getOrDefault(name, "");
    }

    void has(String cookie, String value) {
        cookies.computeIfAbsent(samsteg.getPort(), port -> new HashMap<>()).put(cookie, value);
    }

    /** Every page, first to last. */
    List<URI> visited() {
        return List.copyOf(visited);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        Map<String, String> jar = cookies.computeIfAbsent(request.build().uri().getPort(), port -> new HashMap<>());
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || set.contains("Max-Age=0")) {
                jar.remove(pair[0]);
            } else {
                jar.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
