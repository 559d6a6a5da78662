package se.samsteg.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.samsteg.programme.ProgrammeFiles;

/** The forms of the repository, for tests without an engine. */
public final class FormFiles {

    private static final ProgrammeForms FORMS = ProgrammeFiles.forms();
    private static final Map<String, FormText> TEXTS = new ConcurrentHashMap<>();

    private FormFiles() {}

    /** @param id such as {@code planning-action-plan}; the title is the id too */
    public static FormText text(String id) {
        return TEXTS.computeIfAbsent(id, FormFiles::read);
    }

    private static FormText read(String id) {
        String text = json(id);
        return FormText.of(FormReader.read(text), text, id);
    }

    /**
     * A form as it is deployed.
     *
     * @param id the form's own, with the options of all programmes, or that of a programme's version of it
     */
    public static String json(String id) {
        Path own = Path.of("forms", id.replace('.', '/') + ".form");
        return json(Files.exists(own) ? own : Path.of("forms", ProgrammeForms.form(id) + ".form"));
    }

    /** As {@link #json(String)}, of a form's file. */
    public static String json(Path file) {
        try {
            return FORMS.rendered(Files.readString(file)).values().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
