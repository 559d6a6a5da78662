package se.samsteg.result;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samsteg.form.FormTexts;
import se.samsteg.programme.OptionLists;
import se.samsteg.programme.Settings;

/** The columns of the import's file, read from {@code results/import.yml}, and the codes that a programme takes in each. */
@Component
class ImportColumns {

    private final Map<String, ImportColumn> byName;
    private final FormTexts forms;

    ImportColumns(FormTexts forms) {
        this.forms = forms;
        try (InputStream in = new ClassPathResource("results/import.yml").getInputStream()) {
            List<ImportColumn> read = new YAMLMapper().readValue(in, new TypeReference<>() {});
            byName = read.stream()
                    .collect(Collectors.toMap(
                            ImportColumn::name, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of {@code cases.csv}. */
    List<ImportColumn> all() {
        return List.copyOf(byName.values());
    }

    /** Those of counted_case. */
    List<ImportColumn> ofCase() {
        return byName.values().stream()
                .filter(column -> column.is() != ImportColumn.Is.EVENTS)
                .toList();
    }

    Optional<ImportColumn> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The codes that a programme takes, by column; empty for a column without codes. */
    Map<String, Set<String>> codes(Settings programme) {
        return byName.values().stream()
                .collect(Collectors.toMap(ImportColumn::name, column -> codes(column, programme)));
    }

    private Set<String> codes(ImportColumn column, Settings programme) {
        Set<String> codes = new LinkedHashSet<>(column.codes());
        column.lists()
                .forEach(list -> codes.addAll(OptionLists.of(programme, list).keySet()));
        column.forms().forEach(field -> codes.addAll(options(field)));
        return codes;
    }

    private Set<String> options(String field) {
        int dot = field.indexOf('.');
        return forms.get(field.substring(0, dot))
                .field(field.substring(dot + 1))
                .orElseThrow(() -> new IllegalArgumentException("results/import.yml: no field " + field))
                .options()
                .keySet();
    }
}
