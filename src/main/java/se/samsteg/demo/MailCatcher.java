package se.samsteg.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server that accepts everything and delivers nothing: what the application sends, over SMTP as to any server,
 * lands in the mailbox. The sender has its answer only when the mail is a file.
 */
final class MailCatcher implements AutoCloseable {

    /** The system picks a free port, which is told to the sender: no other server on the machine can hold it. */
    private static final int ANY_PORT = 0;

    private final GreenMail server = new GreenMail(new ServerSetup(ANY_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailCatcher(Mailbox mailbox, JavaMailSenderImpl sender) throws UserException {
        server.start();
        GreenMailUser everybody = server.getUserManager().createUser("everybody@localhost", "everybody", "");
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> {
            keep(mailbox, mail.getMessage());
            return everybody;
        });
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
    }

    private void keep(Mailbox mailbox, MimeMessage mail) throws MessagingException {
        mailbox.add(mail);
        try {
            // The server keeps a copy of every mail in memory, which no client fetches.
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new MessagingException("mailbox of the mail catcher", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
