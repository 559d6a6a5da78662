package se.samsteg.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
import se.samsteg.access.WebappLogin;

/** Caught mail to all recipients in the browser, for every logged-in user: a mail tells no more than a link. */
@Controller
@Profile("demo")
class MailPage {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private static final String LOG_IN = "/camunda/app/welcome/default/";

    private final Mailbox mailbox;

    MailPage(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/mail")
    String list(HttpServletRequest request, Model model) {
        if (!WebappLogin.isLoggedIn(request)) {
            return "redirect:" + LOG_IN;
        }
        model.addAttribute("mails", mailbox.all());
        return "mail/list";
    }

    @GetMapping("/mail/{name}")
    String show(@PathVariable String name, HttpServletRequest request, Model model) {
        if (!WebappLogin.isLoggedIn(request)) {
            return "redirect:" + LOG_IN;
        }
        var mail = mailbox.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", mail);
        model.addAttribute("text", withLinks(mail.text()));
        return "mail/show";
    }

    /** A mail's plain text as HTML in which addresses can be clicked, as mail programs show it. */
    static String withLinks(String text) {
        return LINK.matcher(HtmlUtils.htmlEscape(text, "UTF-8")).replaceAll("<a href=\"$0\">$0</a>");
    }
}
