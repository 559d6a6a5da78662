package se.samsteg.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files that programmes are made of: those of the application, and those of a folder that a setting names, which has
 * the same folders ({@code processes}, {@code processes/decisions}, {@code forms/<programme>}, {@code programmes}).
 */
@Component
public class ModelFiles {

    private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    private final @Nullable String folder;

    /** @param folder path; empty if there are no programmes but the application's */
    public ModelFiles(@Value("${samsteg.programmes:}") String folder) {
        this.folder = folder.isBlank() ? null : folder;
    }

    /**
     * The files of a folder in the order of their names; none if there is no such folder.
     *
     * @param pattern such as {@code processes/*.bpmn}
     */
    public List<Resource> of(String pattern) {
        List<Resource> found = new ArrayList<>(find("classpath*:" + pattern));
        if (folder != null) {
            found.addAll(find(Path.of(folder).toUri() + pattern));
        }
        found.sort(Comparator.comparing(file -> String.valueOf(file.getFilename())));
        return found;
    }

    private List<Resource> find(String pattern) {
        try {
            return Arrays.asList(resolver.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
