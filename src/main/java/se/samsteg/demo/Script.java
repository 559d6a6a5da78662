package se.samsteg.demo;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samsteg.form.DaysOff;

/**
 * What is played: {@code demo/cases.yml}, which says how a date and the number of an earlier case are written.
 *
 * @param today what relative dates are said from
 * @param numbers of the cases and groups played so far, by name of the story
 */
record Script(LocalDate today, Map<String, String> numbers) {

    private static final Pattern DAY = Pattern.compile("([+-][0-9]+[dmy])( weekday| working)?");
    private static final String NUMBER_OF = "number of ";

    /**
     * A case or a group from its start form on. The name is what the story is about, and no person's.
     *
     * @param day the day on which it is sent, said from today; null for today
     */
    record Story(
            String name,
            String process,
            String by,
            @Nullable String day,
            Map<String, Object> form,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Step> steps) {}

    /**
     * A task that a member of staff does.
     *
     * @param day as of the story; null for the day of the step before
     */
    record Step(String by, String task, @Nullable String day, Map<String, Object> form) {}

    /** The same as played on a day that is said from this one. */
    Script on(@Nullable String said) {
        return said == null ? this : new Script(today.plus(Period.parse("P" + said)), numbers);
    }

    static List<Story> stories() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE); // a limit for files that others wrote
        try (InputStream file = new ClassPathResource("demo/cases.yml").getInputStream()) {
            // Unlike the mapper alone, this one follows what the file refers to under "usual".
            Map<String, Object> content = new Yaml(new SafeConstructor(options)).load(file);
            return List.of(new ObjectMapper().convertValue(content.get("cases"), Story[].class));
        } catch (IOException e) {
            throw new IllegalStateException("demo/cases.yml", e);
        }
    }

    /** A form as the browser submits it. */
    Map<String, Object> submitted(Map<String, Object> form) {
        Map<String, Object> values = new LinkedHashMap<>(form);
        values.replaceAll((key, value) -> value instanceof List<?> list
                ? SpinValues.jsonValue(Spin.JSON(list.stream().map(this::value).toList())
                                .toString())
                        .create()
                : value(value));
        return values;
    }

    private Object value(Object written) {
        if (!(written instanceof String text)) {
            return written;
        }
        if (text.startsWith(NUMBER_OF)) {
            String name = text.substring(NUMBER_OF.length());
            return numbers.getOrDefault(name, text);
        }
        Matcher relative = DAY.matcher(text);
        if (!relative.matches()) {
            return text;
        }
        LocalDate day = today.plus(Period.parse("P" + relative.group(1)));
        return switch (Objects.requireNonNullElse(relative.group(2), "")) {
            case " weekday" -> weekday(day);
            case " working" -> workingDay(day).toString();
            default -> day.toString();
        };
    }

    private static LocalDate workingDay(LocalDate day) {
        return DaysOff.isDayOff(day) ? workingDay(day.plusDays(1)) : day;
    }

    private static String weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> "monday";
            default -> day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        };
    }
}
