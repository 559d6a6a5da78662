package se.samsteg.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column of the import's file, as {@code results/import.yml} describes it; counted_case has one of the same name for all
 * but the events.
 *
 * @param lists of the programme, whose codes it takes
 * @param forms fields such as {@code exit-outcome.occupation}, whose codes it takes
 * @param codes that it takes besides
 * @param after columns with dates that are not later than this one
 */
record ImportColumn(
        String name,
        Is is,
        boolean required,
        List<String> lists,
        List<String> forms,
        List<String> codes,
        List<String> after) {

    /** Between several codes in one cell. */
    static final String BETWEEN = "|";

    /** Between an event and its date. */
    static final String AT = "@";

    @JsonCreator
    static ImportColumn read(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "is", required = true) String is,
            @JsonProperty("required") boolean required,
            @JsonProperty("lists") @Nullable List<String> lists,
            @JsonProperty("forms") @Nullable List<String> forms,
            @JsonProperty("codes") @Nullable List<String> codes,
            @JsonProperty("after") @Nullable List<String> after) {
        return new ImportColumn(
                name,
                Is.valueOf(is.toUpperCase(Locale.ROOT).replace('-', '_')),
                required,
                Objects.requireNonNullElse(lists, List.of()),
                Objects.requireNonNullElse(forms, List.of()),
                Objects.requireNonNullElse(codes, List.of()),
                Objects.requireNonNullElse(after, List.of()));
    }

    /** What a cell holds: how SQL writes it from text ({@code r}) and reads it as text ({@code c}). */
    enum Is {
        CASE_NUMBER("text", "%s", "%s"),
        PROGRAMME("text", "%s", "%s"),
        NAME("text", "%s", "%s"),
        CODE("text", "%s", "%s"),
        YES_NO("text", "%s = 'yes'", "case when %1$s then 'yes' when not %1$s then 'no' end"),
        DATE("date", "%s", "to_char(%s, 'YYYY-MM-DD')"),
        YEAR("smallint", "%s", "%s::text"),
        PERCENT("smallint", "%s", "%s::text"),
        CODES("text", "coalesce(string_to_array(%s, '|'), '{}')", "nullif(array_to_string(%s, '|'), '')"),
        EVENTS(
                "text",
                "%s",
                "(select string_agg(distinct e.code || coalesce('@' || to_char(e.happened_on, 'YYYY-MM-DD'), ''),"
                        + " '|') from counted_event e where e.case_number = c.case_number and e.kind = 'event')");

        private final String type;
        private final String writing;
        private final String reading;

        Is(String type, String writing, String reading) {
            this.type = type;
            this.writing = writing;
            this.reading = reading;
        }

        boolean several() {
            return this == CODES || this == EVENTS;
        }
    }

    /** Its type in a row {@code r} of the file's cells. */
    String declared() {
        return name + " " + is.type;
    }

    String written() {
        return is.writing.formatted("r." + name);
    }

    /** As text that the import would take, of a row {@code c} of counted_case. */
    String readAsText() {
        return is.reading.formatted("c." + name);
    }

    /** The one way of writing what a cell says: several codes in order, each once. */
    String canonical(String cell) {
        return is.several() ? String.join(BETWEEN, new TreeSet<>(parts(cell))) : cell;
    }

    List<String> parts(String cell) {
        return Arrays.asList(cell.split("\\|", -1));
    }
}
