package se.samsteg.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.PersonalTables;
import se.samsteg.form.MailAddress;
import se.samsteg.form.Refused;
import se.samsteg.staff.Colleagues;

/** Takes one written letter to the mail server. */
@Component
class Post implements PersonalTables {

    private final JdbcClient jdbc;
    private final Withheld withheld;
    private final JavaMailSender mail;
    private final Colleagues colleagues;
    private final Clock clock;
    private final LetterText text;
    private final String from;

    Post(
            JdbcClient jdbc,
            Withheld withheld,
            JavaMailSender mail,
            Colleagues colleagues,
            Clock clock,
            LetterText text,
            @Value("${samsteg.mail-from}") String from) {
        this.jdbc = jdbc;
        this.withheld = withheld;
        this.mail = mail;
        this.colleagues = colleagues;
        this.clock = clock;
        this.text = text;
        this.from = MailAddress.sendable(from);
    }

    /**
     * The row stays locked until the engine's transaction ends, so that two nodes do not send the same letter. Should a
     * node die between the server's yes and the commit, the letter goes again under the same Message-ID. Consent is asked
     * for here again: it may have been taken back or have run out since the letter was written.
     */
    void send(UUID id) {
        Outgoing letter = jdbc.sql("""
                        select l.id, l.template, l.case_number, l.recipient, l.detail, l.sent_at,
                        l.stopped_on is not null as stopped, l.authority, l.information,
                        coalesce(p.protected_identity, false) as protected_identity, l.address
                        from letter l left join case_overview c using (case_number) left join participant p on p.id = c.person
                        where l.id = ? for update of l""")
                .param(id)
                .query(DataClassRowMapper.newInstance(Outgoing.class))
                .single();
        if (letter.sentAt() != null || letter.stopped()) {
            return;
        }
        String reason = letter.outside()
                ? withheld.reasonOutside(letter.caseNumber())
                : withheld.reason(letter.caseNumber(), letter.authority(), letter.information());
        if (reason != null) {
            withheld.stop(id, reason);
            return;
        }
        mail.send(compose((letter.caseNumber() == null ? withLines(letter) : letter).guarded()));
        jdbc.sql("update letter set sent_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    private record Line(String text, boolean stopped) {}

    /** A letter about many cases says what may be told of each, and how many are left out. */
    private Outgoing withLines(Outgoing letter) {
        withheld.stopLines(letter.id());
        List<Line> lines = jdbc.sql("""
                        select text, stopped_on is not null as stopped from letter_line where letter = ?
                        order by case_number""")
                .param(letter.id())
                .query(DataClassRowMapper.newInstance(Line.class))
                .list();
        if (lines.isEmpty()) {
            return letter;
        }
        List<String> said =
                lines.stream().filter(line -> !line.stopped()).map(Line::text).toList();
        int left = lines.size() - said.size();
        if (letter.isReminder()) {
            return reminding(letter, said, left);
        }
        Stream<String> unsaid = left == 0
                ? Stream.empty()
                : Stream.of(left + (left == 1 ? " ärende" : " ärenden")
                        + " visas inte: samtycke saknas eller personuppgifterna är skyddade.");
        return letter.saying(Stream.of(Stream.of(letter.detail(), ""), said.stream(), unsaid)
                .flatMap(text -> text)
                .collect(Collectors.joining("\n")));
    }

    /** Of what may not be named a reminder says that there are tasks; if that is all of it, the letter says nothing else. */
    private static Outgoing reminding(Outgoing letter, List<String> said, int left) {
        if (said.isEmpty() && letter.detail().isEmpty()) {
            return letter.concealed();
        }
        return letter.saying(Stream.of(
                        said.stream(),
                        Stream.of(letter.detail()),
                        Stream.of(left == 0 ? "" : "Du har fler uppgifter i Samsteg."))
                .flatMap(text -> text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private MimeMessage compose(Outgoing letter) {
        String[] lines = text.of(letter).split("\\R", 2);
        MimeMessage message = new FixedId(mail.createMimeMessage(), letter.id());
        try {
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(letter.address() == null ? address(letter.recipient()) : letter.address());
            helper.setSubject(lines[0].replaceFirst("^Ämne: *", ""));
            helper.setText(lines[1].strip() + "\n");
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter could not be composed from template " + letter.template(), e);
        }
        return message;
    }

    private String address(String user) {
        String mail = colleagues.find(user).map(Colleagues.Colleague::mail).orElse(null);
        if (mail == null || mail.isBlank()) {
            throw new IllegalStateException(
                    "Mottagaren av brevet har ingen e-postadress. Lägg till den i Administration och försök igen.");
        }
        try {
            return MailAddress.sendable(mail);
        } catch (Refused e) {
            throw new IllegalStateException(
                    "Till mottagarens e-postadress går inget brev. Rätta den i Administration och försök igen.", e);
        }
    }

    /** Keeps the Message-ID through {@code saveChanges}, which would draw a new one for each attempt. */
    private static final class FixedId extends MimeMessage {

        private final UUID id;

        FixedId(MimeMessage message, UUID id) {
            super(message.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@samsteg>");
        }
    }

    /** Letters to several at once, when they are sent or stopped. */
    @Override
    public void eraseOthers(LocalDate day) {
        jdbc.sql("""
                        delete from letter where case_number is null and (sent_at is not null or stopped_on is not null)
                        and (written_at at time zone 'Europe/Stockholm')::date <= ?""").param(day).update();
    }
}
