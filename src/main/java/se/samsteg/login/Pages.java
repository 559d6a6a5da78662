package se.samsteg.login;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The pages for a user who is not logged in. */
@Controller
@Profile("prod")
class Pages {

    static final String REFUSED = "/inloggning";
    static final String LOGGED_OUT = "/utloggad";

    /** Where a browser is sent on to the provider. */
    static final String LOGIN = "/oauth2/authorization/" + Provider.NAME;

    /** Where another user may log in at the same browser: the provider asks even if it has a session. */
    static final String LOGIN_ANEW = LOGIN + "?prompt=login";

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GetMapping(REFUSED)
    String refused(
            @RequestAttribute(name = LoginFailureHandler.WHY, required = false) Refusal why,
            Model model,
            HttpServletResponse response) {
        if (why == null) {
            return "redirect:/";
        }
        response.setStatus((why == Refusal.AWAY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.FORBIDDEN).value());
        return page("Du är inte inloggad", why.text(), "Försök igen", model, response);
    }

    @GetMapping(LOGGED_OUT)
    String loggedOut(Model model, HttpServletResponse response) {
        return page("Du är utloggad", "Stäng webbläsaren om andra använder samma dator.", "Logga in", model, response);
    }

    private static String page(String heading, String text, String link, Model model, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("heading", heading);
        model.addAttribute("text", text);
        model.addAttribute("link", link);
        model.addAttribute("login", LOGIN_ANEW);
        return "login/page";
    }
}
