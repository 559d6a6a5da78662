package se.samsteg.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.stereotype.Component;
import se.samsteg.form.FormKeys;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Json;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Programmes;

/**
 * The records in which phases keep what their forms say: of a form's phase, the one with exactly the form's keys. A
 * test checks that there is one for each form. A correction is checked against the rules of the fact's record this way,
 * without knowing the phase.
 */
@Component
class FactTypes {

    private final FormTexts forms;
    private final Programmes programmes;
    private final Map<String, Optional<Class<?>>> known = new ConcurrentHashMap<>();

    FactTypes(FormTexts forms, Programmes programmes) {
        this.forms = forms;
        this.programmes = programmes;
    }

    /**
     * The content as the record of its kind.
     *
     * @param content by the form's keys
     * @throws Refused as the record of the kind throws it
     */
    Object read(String kind, Map<String, ?> content) {
        Optional<Class<?>> type = known.computeIfAbsent(kind, this::find);
        if (type.isEmpty()) {
            throw new IllegalStateException("no record has the keys of form " + kind);
        }
        try {
            return Json.MAPPER.convertValue(content, type.get());
        } catch (IllegalArgumentException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                Throwable actual = cause instanceof InvocationTargetException i ? i.getTargetException() : cause;
                if (actual instanceof Refused refused) {
                    throw refused;
                }
            }
            // The cause quotes what was typed, and messages outlive the case: it stays out.
            throw new Refused("Ny uppgift: den går inte ihop med resten av anteckningen.");
        }
    }

    /** @throws Refused as the rules of the case's programme throw it, where a fact has such */
    void check(@Nullable String caseNumber, String kind, String version, Object fact) {
        if (caseNumber != null && fact instanceof ProgrammeRules rules) {
            rules.check(programmes.of(caseNumber), forms.of(kind, version).orElseThrow());
        }
    }

    private Optional<Class<?>> find(String kind) {
        Set<String> keys = forms.of(kind).stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> !field.shownOnly())
                .map(FormText.Field::key)
                .collect(Collectors.toSet());
        List<Class<?>> fitting = records().stream()
                .filter(type -> FormKeys.areThoseOf(type, keys))
                .toList();
        String phase = kind.substring(0, kind.indexOf('-'));
        return fitting.stream()
                .filter(type -> type.getPackageName().endsWith("." + phase))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private static List<Class<?>> records() {
        try {
            var reader = new CachingMetadataReaderFactory();
            Resource[] classes = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + packagePath() + "/**/*.class");
            return Arrays.stream(classes)
                    .filter(Resource::isReadable)
                    .map(resource -> {
                        try {
                            return reader.getMetadataReader(resource).getClassMetadata();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .filter(type -> Record.class.getName().equals(type.getSuperClassName()))
                    .<Class<?>>map(type -> load(type.getClassName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packagePath() {
        String name = FactTypes.class.getPackageName();
        return name.substring(0, name.lastIndexOf('.')).replace('.', '/');
    }

    private static Class<?> load(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
