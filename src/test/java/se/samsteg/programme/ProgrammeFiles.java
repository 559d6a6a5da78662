package se.samsteg.programme;

import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The programmes of the repository, for tests without the application. */
public final class ProgrammeFiles {

    private ProgrammeFiles() {}

    public static Programmes all() {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            return new Programmes(validators.getValidator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Settings samboradet() {
        return all().get("samboradet");
    }
}
