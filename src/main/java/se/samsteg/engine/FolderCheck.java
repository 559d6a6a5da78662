package se.samsteg.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Stops a start on a folder of programmes whose files may not run here, and says in which line of which file. */
@Component
class FolderCheck {

    /** The återremiss may have a version for each authority, which has its code at the end. */
    private static final Pattern OF_AUTHORITY = Pattern.compile("referral-back-[a-z]+");

    private final ModelFiles files;
    private final ListableBeanFactory beans;

    FolderCheck(ModelFiles files, ListableBeanFactory beans) {
        this.files = files;
        this.beans = beans;
    }

    /** @throws WrongFiles naming all that is wrong */
    void check() {
        List<String> wrong = new ArrayList<>();
        Set<String> programmes = files.ofFolder("programmes/*.yml").stream()
                .map(FolderCheck::name)
                .collect(Collectors.toSet());
        FolderModels models = new FolderModels(phases());
        for (Resource model : files.ofFolder("processes/*.bpmn")) {
            wrong.addAll(models.wrong("processes/" + model.getFilename(), text(model)));
            if (!programmes.contains(name(model)) || !text(model).contains("process id=\"" + name(model) + "\"")) {
                wrong.add("processes/%s: a model is of a programme of the folder, and its process has the same id"
                        .formatted(model.getFilename()));
            }
        }
        Set<String> own = names(files.ofApplication("processes/decisions/*.dmn"));
        for (Resource decision : files.ofFolder("processes/decisions/*.dmn")) {
            wrong.addAll(models.wrong("processes/decisions/" + decision.getFilename(), text(decision)));
            if (own.contains(name(decision)) || !text(decision).contains("decision id=\"" + name(decision) + "\"")) {
                wrong.add("processes/decisions/%s: a decision has the id of its file, and none of the application's"
                        .formatted(decision.getFilename()));
            }
        }
        Set<String> known = names(files.ofApplication("forms/*.form"));
        for (Resource form : files.ofFolder("forms/*/*.form")) {
            if (!known.contains(name(form))) {
                wrong.add("forms/.../%s: no phase has a form of that name".formatted(form.getFilename()));
            }
        }
        wrong.addAll(templates("letters", ".txt", programmes, FolderTemplates::wrongInLetter));
        wrong.addAll(templates("documents", ".html", programmes, FolderTemplates::wrongInDocument));
        others().forEach(file -> wrong.add(file.getFilename() + ": no such file has a place in the folder"));
        if (!wrong.isEmpty()) {
            throw new WrongFiles(String.join("\n", wrong));
        }
    }

    /** What is wrong in the letters or documents that programmes of the folder have instead of the application's. */
    private List<String> templates(
            String folder, String suffix, Set<String> programmes, BiFunction<String, String, List<String>> read) {
        List<String> wrong = new ArrayList<>();
        Set<String> known = names(files.ofApplication(folder + "/*" + suffix));
        for (Resource template : files.ofFolder(folder + "/*/*" + suffix)) {
            String programme = ModelFiles.folderOf(template);
            String file = "%s/%s/%s".formatted(folder, programme, template.getFilename());
            boolean ofAuthority = suffix.equals(".html")
                    && OF_AUTHORITY.matcher(name(template)).matches();
            if (!programmes.contains(programme) || !known.contains(name(template)) && !ofAuthority) {
                wrong.add(file + ": Samsteg has nothing of that name, or the folder no such programme");
            }
            wrong.addAll(read.apply(file, text(template)));
        }
        return wrong;
    }

    /** Files with other names or in other places, which would be read by nothing. */
    private List<Resource> others() {
        Set<Resource> read = Stream.of(
                        "processes/*.bpmn",
                        "processes/decisions/*.dmn",
                        "forms/*/*.form",
                        "letters/*/*.txt",
                        "documents/*/*.html",
                        "programmes/*.yml")
                .flatMap(pattern -> files.ofFolder(pattern).stream())
                .collect(Collectors.toSet());
        return files.ofFolder("**/*.*").stream()
                .filter(file -> !read.contains(file))
                .toList();
    }

    private Map<String, Class<?>> phases() {
        Map<String, Class<?>> phases = new HashMap<>();
        for (String name : beans.getBeanNamesForAnnotation(Phase.class)) {
            phases.put(name, Objects.requireNonNull(beans.getType(name)));
        }
        return phases;
    }

    private static Set<String> names(List<Resource> files) {
        return files.stream().map(FolderCheck::name).collect(Collectors.toSet());
    }

    private static String name(Resource file) {
        String name = String.valueOf(file.getFilename());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
