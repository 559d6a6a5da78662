package se.samsteg.programme;

import jakarta.validation.Validation;
import org.mockito.Mockito;
import se.samsteg.engine.Actor;
import se.samsteg.engine.ModelFiles;
import se.samsteg.form.ProgrammeForms;

/** The programmes of the repository, for tests without the application. */
public final class ProgrammeFiles {

    private ProgrammeFiles() {}

    public static Programmes all() {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            return new Programmes(new ModelFiles(""), validators.getValidator());
        }
    }

    /** Forms as they are deployed, without a user. */
    public static ProgrammeForms forms() {
        return new RenderedForms(all(), Mockito.mock(Actor.class));
    }

    public static Settings samboradet() {
        return all().get("samboradet");
    }
}
