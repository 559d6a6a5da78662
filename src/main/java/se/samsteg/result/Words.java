package se.samsteg.result;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** What figures, their parts and the codes of dimensions are called, as {@code results/figures.yml} and settings say. */
@Component
class Words {

    private final File file;
    private final Programmes programmes;

    Words(Programmes programmes) {
        this.programmes = programmes;
        try (InputStream in = new ClassPathResource("results/figures.yml").getInputStream()) {
            file = new YAMLMapper().readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param figures by id; {@code time.phase} and {@code referrals.notIn} stand for those that programmes add
     * @param parts by code, or by figure/code where a figure calls it otherwise
     */
    record File(Map<String, Told> figures, Map<String, String> parts, Map<String, String> dimensions) {}

    record Told(
            String label,
            String definition,
            String sources,
            @Nullable String note) {}

    String label(Settings programme, String figure) {
        Told told = told(figure);
        return file.figures.containsKey(figure)
                ? told.label()
                : told.label() + ": " + part(programme, figure, figure.substring(figure.lastIndexOf('.') + 1));
    }

    String definition(String figure) {
        return told(figure).definition();
    }

    String sources(String figure) {
        return told(figure).sources();
    }

    @Nullable
    String note(String figure, Tally tally) {
        return tally.count() == 0 && (tally.of() == null || tally.of() == 0)
                ? null
                : told(figure).note();
    }

    private Told told(String figure) {
        Told told = file.figures.get(figure);
        if (told == null) {
            told = file.figures.get(figure.substring(0, figure.lastIndexOf('.')));
        }
        if (told == null) {
            throw new IllegalStateException("results/figures.yml does not tell of " + figure);
        }
        return told;
    }

    /** What a part is called: parts of parts, such as before and after, each for itself. */
    String part(Settings programme, String figure, String code) {
        if (code.contains(">")) {
            return Arrays.stream(code.split(">"))
                    .map(one -> part(programme, figure, one))
                    .collect(Collectors.joining(" → "));
        }
        return ofSettings(programme, figure, code)
                .or(() -> Optional.ofNullable(file.parts.get(figure + "/" + code)))
                .or(() -> Optional.ofNullable(file.parts.get(code)))
                .or(() -> Optional.ofNullable(file.parts.get(code.substring(code.indexOf('.') + 1))))
                .orElse(code);
    }

    private static Optional<String> ofSettings(Settings programme, String figure, String code) {
        Stream<Settings.Option> options =
                switch (figure) {
                    case "exits.total", "goal2" ->
                        programme.exit().mainOutcomes().stream()
                                .map(one -> new Settings.Option(one.code(), one.name()));
                    case "exits.grounds" ->
                        programme.exit().grounds().stream().map(one -> new Settings.Option(one.code(), one.name()));
                    case "exits.secondary" -> programme.exit().secondaryOutcomes().stream();
                    default ->
                        Stream.of(
                                        programme.ladder().stream()
                                                .map(one -> new Settings.Option(one.step(), one.name())),
                                        programme.notTakenIn().stream(),
                                        programme.authorities().stream()
                                                .map(one -> new Settings.Option(one.code(), one.name())),
                                        programme.groups().stream()
                                                .map(one -> new Settings.Option(one.type(), one.name())))
                                .flatMap(Function.identity());
                };
        return options.filter(one -> one.code().equals(code))
                .map(Settings.Option::name)
                .findFirst();
    }

    /** What a code of a dimension is called. */
    String of(Settings programme, Dimension dimension, String code) {
        return switch (dimension) {
            case AUTHORITY ->
                code.equals(Dimension.UNKNOWN)
                        ? "Inte känd"
                        : programme.authority(code).orElse(code);
            case UNIT ->
                code.equals(Dimension.UNKNOWN)
                        ? "Inte känd"
                        : Optional.ofNullable(programmes.unitName(programme.tenant(), code))
                                .orElse(code);
            default -> file.parts.getOrDefault(code, code);
        };
    }

    /** What a dimension is called. */
    String of(Dimension dimension) {
        return file.dimensions.getOrDefault(dimension.parameter(), dimension.parameter());
    }
}
