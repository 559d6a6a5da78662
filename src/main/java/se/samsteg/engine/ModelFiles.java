package se.samsteg.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files that programmes are made of: those of the application, and those of a folder that a setting names, which has
 * the same folders ({@code processes}, {@code processes/decisions}, {@code forms/<programme>}, {@code letters/<programme>},
 * {@code documents/<programme>}, {@code programmes}).
 */
@Component
public class ModelFiles {

    private static final List<String> TREE =
            List.of("/processes/", "/forms/", "/programmes/", "/letters/", "/documents/");

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
        List<Resource> found = new ArrayList<>(ofApplication(pattern));
        found.addAll(ofFolder(pattern));
        found.sort(Comparator.comparing(file -> String.valueOf(file.getFilename())));
        return found;
    }

    /** As {@link #of}, those of the application alone. */
    List<Resource> ofApplication(String pattern) {
        return find("classpath*:" + pattern);
    }

    /** As {@link #of}, those of the folder alone. */
    List<Resource> ofFolder(String pattern) {
        return folder == null
                ? List.of()
                : find(Path.of(folder).toUri() + pattern).stream()
                        .sorted(Comparator.comparing(ModelFiles::path))
                        .toList();
    }

    /** Tells the files of one folder from others: 16 hex digits; the same for two folders with the same files. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : ofFolder("**/*.*")) {
                digest.update(path(file).getBytes(StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the folder that a file is in. */
    public static String folderOf(Resource file) {
        try {
            String[] path = file.getURL().getPath().split("/");
            return path[path.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's path inside the folder, with slashes. */
    private static String path(Resource file) {
        try {
            String whole = file.getURL().getPath();
            for (String part : TREE) {
                int at = whole.lastIndexOf(part);
                if (at >= 0) {
                    return whole.substring(at + 1);
                }
            }
            return whole.substring(whole.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Resource> find(String pattern) {
        try {
            return Arrays.asList(resolver.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
