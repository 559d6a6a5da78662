package se.samsteg.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.samsteg.engine.WrongFiles;

/** The settings of a programme as its file has them; what is wrong in it is told with the line. */
final class ProgrammeFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** A rule of the whole file says of which key it is. */
    private static final Pattern RULE_OF_ALL = Pattern.compile("([a-z][a-zA-Z.]*): (.*)");

    private final String name;
    private final String text;

    ProgrammeFile(Resource file) {
        this.name = "programmes/" + file.getFilename();
        try {
            this.text = file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** @throws WrongFiles naming file, line and key of each wrong value */
    Settings read(Validator validator) {
        Settings settings;
        try {
            settings = YAML.readValue(text, Settings.class);
        } catch (JsonMappingException e) {
            List<Object> path = e.getPath().stream()
                    .map(step -> step.getFieldName() == null ? (Object) step.getIndex() : step.getFieldName())
                    .toList();
            int line = line(path)
                    .orElse(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            throw new WrongFiles(said(line, path, what(e)), e);
        } catch (JsonProcessingException e) {
            throw new WrongFiles(
                    "%s, line %d: %s".formatted(name, e.getLocation().getLineNr(), e.getOriginalMessage()), e);
        }
        List<String> wrong = validator.validate(settings).stream()
                .map(this::said)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (!wrong.isEmpty()) {
            throw new WrongFiles(String.join("; ", wrong));
        }
        return settings;
    }

    private static String what(JsonMappingException e) {
        return e instanceof UnrecognizedPropertyException
                ? "is no key of a programme's settings"
                : e.getOriginalMessage();
    }

    private String said(ConstraintViolation<Settings> wrong) {
        Matcher ofAll = RULE_OF_ALL.matcher(wrong.getMessage());
        if (ofAll.matches()) {
            List<Object> keys = List.of((Object[]) ofAll.group(1).split("\\."));
            return said(line(keys).orElse(0), keys, ofAll.group(2));
        }
        List<Object> path = new ArrayList<>();
        for (Path.Node step : wrong.getPropertyPath()) {
            Stream.of(step.getIndex(), step.getKey(), step.getName())
                    .filter(part -> part != null && !String.valueOf(part).startsWith("<"))
                    .forEach(path::add);
        }
        return said(line(path).orElse(0), path, wrong.getMessage());
    }

    /**
     * @param line 0 if it is not known
     * @param path keys, and the numbers of what stands in lists
     */
    private String said(int line, List<Object> path, String what) {
        String keys = path.stream().map(String::valueOf).collect(Collectors.joining("."));
        return "%s%s: %s %s".formatted(name, line < 1 ? "" : ", line " + line, keys, what);
    }

    /** The line on which the last of the keys stands that the file has. */
    private Optional<Integer> line(List<Object> path) {
        Node node = composed();
        Integer line = null;
        for (Object step : path) {
            Optional<NodeTuple> named =
                    node instanceof MappingNode map ? entry(map, String.valueOf(step)) : Optional.empty();
            if (named.isPresent()) {
                line = named.get().getKeyNode().getStartMark().getLine() + 1;
                node = named.get().getValueNode();
            } else if (node instanceof SequenceNode list
                    && step instanceof Integer index
                    && index < list.getValue().size()) {
                node = list.getValue().get(index);
                line = node.getStartMark().getLine() + 1;
            }
        }
        return Optional.ofNullable(line);
    }

    /** Null for what is no YAML, of which the parser itself has told the line. */
    private @Nullable Node composed() {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (YAMLException e) {
            return null;
        }
    }

    private static Optional<NodeTuple> entry(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst();
    }
}
