package se.samsteg.demo;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A folder with one {@code .eml} file for each caught mail; any mail program opens them. */
final class Mailbox {

    private static final DateTimeFormatter ARRIVED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");
    private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{9})-[0-9a-f]{8}");
    private static final String SUFFIX = ".eml";

    private final Path folder;

    /** @param folder made if it is not there */
    Mailbox(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A caught mail.
     *
     * @param name of the file, without its suffix
     * @param text as sent, or its source if it has no plain text
     */
    record Mail(String name, LocalDateTime arrived, String from, String to, String subject, String text) {}

    /** When this returns the mail is a whole file: a reader never sees half of it. */
    void add(MimeMessage message) throws MessagingException {
        String name = ARRIVED.format(LocalDateTime.now()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        Path half = folder.resolve(name + ".part");
        try {
            try (var out = Files.newOutputStream(half)) {
                message.writeTo(out);
            }
            Files.move(half, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All mails, the newest first. */
    List<Mail> all() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(name -> find(name).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Mail> find(String name) {
        var matcher = NAME.matcher(name);
        Path file = folder.resolve(name + SUFFIX);
        if (!matcher.matches() || Files.notExists(file)) {
            return Optional.empty();
        }
        LocalDateTime arrived = LocalDateTime.parse(matcher.group(1), ARRIVED);
        try {
            byte[] source = Files.readAllBytes(file);
            try {
                return Optional.of(read(name, arrived, source));
            } catch (MessagingException | IOException | RuntimeException e) {
                // A mail that is none must not keep the others from being read.
                return Optional.of(new Mail(
                        name, arrived, "", "", "Mejlet kan inte läsas", new String(source, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail read(String name, LocalDateTime arrived, byte[] source) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(source));
        String text = text(message);
        return new Mail(
                name,
                arrived,
                addresses(message.getFrom()),
                addresses(message.getRecipients(Message.RecipientType.TO)),
                message.getSubject() == null ? "" : message.getSubject(),
                text.isEmpty() ? new String(source, StandardCharsets.UTF_8) : text);
    }

    private static String addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? internet.toUnicodeString()
                                : address.toString())
                        .collect(Collectors.joining(", "));
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            String first = "";
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String text = text(each);
                if (each.isMimeType("text/plain")) {
                    return text;
                }
                first = first.isEmpty() ? text : first;
            }
            return first;
        }
        return "";
    }
}
