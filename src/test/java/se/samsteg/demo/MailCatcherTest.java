package se.samsteg.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailCatcherTest {

    @TempDir
    Path folder;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailCatcherTest() {
        sender.setDefaultEncoding("UTF-8");
    }

    @Test
    void aMailThatWasSentIsAFileThatOutlivesTheServer() throws Exception {
        try (var catcher = new MailCatcher(new Mailbox(folder), sender)) {
            sender.send(mail("Återremiss att ta emot"), mail("Du har en uppgift"));
        }

        var mails = new Mailbox(folder).all();
        assertThat(mails)
                .extracting(Mailbox.Mail::subject)
                .containsExactlyInAnyOrder("Återremiss att ta emot", "Du har en uppgift");
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.from()).isEqualTo("samsteg@localhost");
            assertThat(mail.to()).isEqualTo("handlaggare.af@botkyrka.example");
            assertThat(mail.text()).isEqualToIgnoringNewLines("Ärende SB-2026-0042\n.\nhttp://localhost:8080/\n");
        });
    }

    @Test
    void theSenderIsToldWhenAMailCouldNotBeKept() throws Exception {
        try (var catcher = new MailCatcher(new Mailbox(folder), sender)) {
            Files.delete(folder);

            assertThatThrownBy(() -> sender.send(mail("Du har en uppgift"))).isInstanceOf(MailException.class);
        }
    }

    @Test
    void aNameThatIsNoMailFindsNothing() {
        var mailbox = new Mailbox(folder.resolve("mail"));

        assertThat(mailbox.find("../postgres/PG_VERSION")).isEmpty();
        assertThat(mailbox.find("20260304T091500000-0123abcd")).isEmpty();
    }

    @Test
    void addressesInAMailCanBeClickedAndNothingElseInItIsMarkup() {
        assertThat(MailPage.withLinks("<b>Öppna</b> http://localhost:8080/arende/SB-2026-0042 nu"))
                .isEqualTo("&lt;b&gt;Öppna&lt;/b&gt; <a href=\"http://localhost:8080/arende/SB-2026-0042\">"
                        + "http://localhost:8080/arende/SB-2026-0042</a> nu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: åsa@räksmörgås.example\nSubject: Åter\n\nText",
                "To: <<\nFrom: @\nSubject: =?x?y?z?=\n\nText",
                "Content-Type: text/plain; charset=none\n\nText",
                "Content-Type: multipart/mixed\n\nText",
                "Content-Type: ;;;\n\nText",
                "Content-Transfer-Encoding: what\n\nText",
                "\u0000\u00ff Text",
                ""
            })
    void aMailThatIsNoneIsShownAndHidesNoOther(String source) throws Exception {
        try (var catcher = new MailCatcher(new Mailbox(folder), sender)) {
            sender.send(mail("Du har en uppgift"));
        }
        Files.write(folder.resolve("20260304T091500000-0123abcd.eml"), source.getBytes(StandardCharsets.ISO_8859_1));

        var mails = new Mailbox(folder).all();

        assertThat(mails).hasSize(2).anyMatch(mail -> mail.subject().equals("Du har en uppgift"));
        assertThat(mails.get(1).text()).contains(source.contains("Text") ? "Text" : "");
    }

    private static SimpleMailMessage mail(String subject) {
        var mail = new SimpleMailMessage();
        mail.setFrom("samsteg@localhost");
        mail.setTo("handlaggare.af@botkyrka.example");
        mail.setSubject(subject);
        mail.setText("Ärende SB-2026-0042\n.\nhttp://localhost:8080/\n");
        return mail;
    }
}
