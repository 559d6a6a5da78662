package se.samsteg.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.samsteg.programme.ProgrammeFiles;

/** The forms of the repository, for tests without an engine. */
public final class FormFiles {

    private static final ProgrammeForms FORMS = ProgrammeFiles.forms();
    private static final Map<String, FormText> TEXTS = new ConcurrentHashMap<>();

    private FormFiles() {}

    /** The ids of the forms that come with phases. */
    public static List<String> all() {
        return files(1).stream().map(FormFiles::name).toList();
    }

    /** The same, and those that programmes have instead: {@code ama.referral-referral}. */
    public static List<String> allWithOwn() {
        return files(2).stream()
                .map(file -> file.getNameCount() == 2
                        ? name(file)
                        : ProgrammeForms.id(file.getName(1).toString(), name(file)))
                .toList();
    }

    private static List<Path> files(int depth) {
        try (Stream<Path> files = Files.walk(Path.of("forms"), depth)) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".form", "");
    }

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
        Path file = Files.exists(own) ? own : Path.of("forms", ProgrammeForms.form(id) + ".form");
        try {
            return FORMS.rendered(Files.readString(file)).values().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
