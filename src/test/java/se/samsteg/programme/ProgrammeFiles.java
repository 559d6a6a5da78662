package se.samsteg.programme;

import jakarta.validation.Validation;
import java.nio.file.Path;
import org.mockito.Mockito;
import se.samsteg.engine.Actor;
import se.samsteg.engine.ModelFiles;
import se.samsteg.form.ProgrammeForms;

/** The programmes of the repository, for tests without the application. */
public final class ProgrammeFiles {

    private ProgrammeFiles() {}

    public static Programmes all() {
        return read("");
    }

    /** Those of a folder too. */
    public static Programmes with(Path folder) {
        return read(folder.toString());
    }

    private static Programmes read(String folder) {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            return new Programmes(new ModelFiles(folder), validators.getValidator());
        }
    }

    /** Forms as they are deployed, without a user. */
    public static ProgrammeForms forms() {
        return forms(all());
    }

    public static ProgrammeForms forms(Programmes programmes) {
        return new RenderedForms(programmes, Mockito.mock(Actor.class));
    }

    public static Settings samboradet() {
        return all().get("samboradet");
    }
}
