package se.samsteg.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The forms of the repository, for tests without an engine. */
public final class FormFiles {

    private static final Map<String, FormText> TEXTS = new ConcurrentHashMap<>();

    private FormFiles() {}

    /** @param id such as {@code planning-action-plan}; the title is the id too */
    public static FormText text(String id) {
        return TEXTS.computeIfAbsent(id, FormFiles::read);
    }

    private static FormText read(String id) {
        try {
            String text = Files.readString(Path.of("forms", id + ".form"));
            return FormText.of(FormReader.read(text), text, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
