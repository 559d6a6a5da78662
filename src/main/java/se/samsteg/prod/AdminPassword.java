package se.samsteg.prod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The first administrator's password: {@code SAMSTEG_ADMIN_PASSWORD}, or the file that {@code SAMSTEG_ADMIN_PASSWORD_FILE} names. */
final class AdminPassword {

    private AdminPassword() {}

    /** Empty if neither is set, or the file cannot be read or is blank. */
    static Optional<String> in(Environment environment) {
        String password = environment.getProperty("SAMSTEG_ADMIN_PASSWORD", "");
        String file = environment.getProperty("SAMSTEG_ADMIN_PASSWORD_FILE", "");
        return Optional.of(password.isBlank() && !file.isBlank() ? read(Path.of(file)) : password)
                .filter(found -> !found.isBlank());
    }

    /** Without the line break that editors put at the end. */
    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
