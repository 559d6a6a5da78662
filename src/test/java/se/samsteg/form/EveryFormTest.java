package se.samsteg.form;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static se.samsteg.form.Models.oneTask;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Every shipped form in a task of its own: what a browser could send is taken, and the same with one field spoilt, left
 * out or added is refused by that field's Swedish name, with the task as it was.
 */
class EveryFormTest {

    /** What is typed where it must not be found again: in no message. */
    private static final String TYPED = "blåklintsäng";

    private static final FormEngine samsteg = FormEngine.fresh(forms -> Map.of());

    /** A submission that was right before one thing in it was spoilt. */
    private record Hostile(String what, FormField field, Map<String, Object> values) {}

    static List<String> forms() {
        return FormFiles.allWithOwn();
    }

    /** The engine logs each refusal with its trace, which takes longer than the refusal. */
    @BeforeAll
    static void quiet() {
        ((Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.context")).setLevel(Level.OFF);
    }

    @BeforeEach
    void today() {
        ClockUtil.reset();
    }

    @AfterEach
    void clear() {
        samsteg.clear();
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.context")).setLevel(null);
        samsteg.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void noHostileSubmissionIsAcceptedAndTheTaskStandsAsBefore(String id) {
        String text = FormFiles.json(id);
        Form form = FormReader.read(text);
        samsteg.deploy(
                oneTask("camunda:formRef=\"%s\" camunda:formRefBinding=\"deployment\"".formatted(form.id()), ""), text);
        open(form);
        Map<String, Object> before = stored();
        Map<String, Object> right = right(form, Map.of());

        for (FormField field : form.fields()) {
            if (opensAnew(form, field)) {
                before = stored();
                right = right(form, Map.of());
            }
            if (field.disabled()) {
                isRefused(new Hostile("shown only", field, with(right, field, TYPED)));
            } else {
                Map<String, Object> filled = right.containsKey(field.key()) ? right : shows(form, field);
                spoilt(field, filled).forEach(EveryFormTest::isRefused);
            }
            assertThat(stored()).as("the task after " + field.key()).isEqualTo(before);
        }
        Map<String, Object> last = right;
        Throwable unknown = catchThrowable(() -> submit(with(last, "andra" + TYPED, "x")));
        assertThat(unknown).isInstanceOf(Refused.class);
        assertThat(unknown.getMessage()).contains("sådant fält").doesNotContain(TYPED);
        assertThat(stored()).isEqualTo(before);

        assertThatCode(() -> submit(last)).doesNotThrowAnyException();
        assertThat(samsteg.openTask()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyPastedTextIsStoredWithoutInvisibleCharacters(String id) {
        String text = FormFiles.json(id);
        Form form = FormReader.read(text);
        samsteg.deploy(
                oneTask("camunda:formRef=\"%s\" camunda:formRefBinding=\"deployment\"".formatted(form.id()), ""), text);
        open(form);
        for (FormField field : form.fields()) {
            if (!field.written()
                    || field.disabled()
                    || field.json().path("readonly").asBoolean()) {
                continue;
            }
            opensAnew(form, field);
            // Made anew each time: a list that has been stored once cannot be submitted again.
            Map<String, Object> filled = shows(form, field);
            Object plain = filled.get(field.key());
            samsteg.engine
                    .getTaskService()
                    .setVariables(samsteg.taskId(), with(filled, field, "\u00a0\u202e" + plain + "\u00ad\u200b\u2003"));
            assertThat(stored()).as(field.key()).containsEntry(field.key(), String.valueOf(plain));
            if (field.required()) {
                isRefused(new Hostile("invisible", field, with(filled, field, "\u00a0\u200b\u2003")));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyAppointmentOnADayOffIsAskedBackUntilItIsSaidToBeMeant(String id) {
        String text = FormFiles.json(id);
        Form form = FormReader.read(text);
        samsteg.deploy(
                oneTask("camunda:formRef=\"%s\" camunda:formRefBinding=\"deployment\"".formatted(form.id()), ""), text);
        for (FormField field : form.fields()) {
            if (!field.property("dayOff").equals("asked")) {
                continue;
            }
            String box = form.fields().stream()
                    .filter(other -> other.property("confirms").equals(field.key()))
                    .findFirst()
                    .orElseThrow()
                    .key();
            for (var dayOff : DAYS_OFF.entrySet()) {
                LocalDate day = LocalDate.parse(dayOff.getKey());
                ClockUtil.setCurrentTime(Date.from(
                        day.minusDays(9).atTime(9, 0).atZone(SwedishTime.ZONE).toInstant()));
                open(form);
                Map<String, Object> before = stored();
                Map<String, Object> filled = with(shows(form, field), field, dayOff.getKey());
                for (Object unticked : Arrays.asList(false, null)) {
                    Throwable refused = catchThrowable(() -> submit(with(filled, box, unticked)));
                    assertThat(refused)
                            .as(field.key() + " " + day)
                            .isInstanceOf(Refused.class)
                            .hasMessage(field.label() + ": " + dayOff.getValue()
                                    + ". Välj en annan dag, eller kryssa i rutan om dagen är menad.");
                    assertThat(stored()).isEqualTo(before);
                }
                assertThatCode(() -> submit(with(filled, box, true)))
                        .as(field.key() + " " + day)
                        .doesNotThrowAnyException();
                assertThat(samsteg.openTask()).isNull();

                open(form);
                Map<String, Object> plain =
                        with(shows(form, field), field, day.minusDays(9).toString());
                plain.remove(box);
                assertThatCode(() -> submit(plain)).as(field.key()).doesNotThrowAnyException();
                assertThat(samsteg.openTask()).isNull();
            }
        }
    }

    /** And why, as staff read it. */
    private static final Map<String, String> DAYS_OFF = Map.of(
            "2026-11-28", "den 28 november är en lördag",
            "2026-11-29", "den 29 november är en söndag",
            "2026-12-25", "fredagen den 25 december är juldagen",
            "2027-06-25", "fredagen den 25 juni är midsommarafton");

    private static void isRefused(Hostile hostile) {
        String what = hostile.field().key() + ", " + hostile.what();
        Throwable refused = catchThrowable(() -> submit(hostile.values()));
        assertThat(refused).as(what).isInstanceOf(Refused.class);
        assertThat(refused.getMessage()).as(what).doesNotContain(TYPED);
        String label = hostile.field().label();
        assertThat(refused.getMessage()).as(what).contains(label + (label.endsWith("?") ? " – " : ": "));
        if ("汉".equals(hostile.values().get(hostile.field().key()))) {
            assertThat(refused.getMessage()).as(what).contains("tecknet ”汉” kan inte skrivas ut i handlingar.");
        }
        assertThat(label)
                .as("the Swedish name of a field")
                .isNotEqualTo(hostile.field().key());
    }

    // ---- the task

    private static LocalDate now() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), SwedishTime.ZONE);
    }

    /** Texts that the open task does not show. */
    private static Set<String> untold = Set.of();

    /**
     * Opens the task anew where a field shows only while there is nothing to tell in a text beside it, or no longer so, and
     * where it shows only while nothing is written in another.
     */
    private static boolean opensAnew(Form form, FormField field) {
        String conditions = conditions(form, field);
        Set<String> empty = form.fields().stream()
                .filter(FormField::disabled)
                .map(FormField::key)
                .filter(key -> hidesOnceSaid(key, conditions))
                .collect(Collectors.toSet());
        boolean written = form.fields().stream()
                .filter(other -> !other.disabled())
                .anyMatch(other -> hidesOnceSaid(other.key(), conditions));
        if (empty.equals(untold) && !written) {
            return false;
        }
        samsteg.engine
                .getRuntimeService()
                .deleteProcessInstance(requireNonNull(samsteg.openTask()).getProcessInstanceId(), null);
        open(form, empty);
        return true;
    }

    private static boolean hidesOnceSaid(String key, String conditions) {
        return conditions.contains(key + " != null and " + key + " != \"\"");
    }

    /** By which a field is hidden, and those by which the fields are that these ask for. */
    private static String conditions(Form form, FormField field) {
        String own = String.join(" ", field.hides());
        return form.fields().stream()
                .filter(other -> !other.key().equals(field.key()) && own.matches(".*\\b" + other.key() + "\\b.*"))
                .map(other -> String.join(" ", other.hides()))
                .collect(Collectors.joining(" ", own + " ", ""));
    }

    private static void open(Form form) {
        open(form, Set.of());
    }

    /** Names for every participant in a group, an option for every choice that a phase offers, and texts to show. */
    private static void open(Form form, Set<String> empty) {
        untold = empty;
        Map<String, Object> offered = new LinkedHashMap<>();
        String seats = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> "\"seat%d\":\"Deltagare %d\"".formatted(n, n))
                .reduce("\"seats\":12", (one, other) -> one + "," + other);
        offered.put(
                "onRoll",
                SpinValues.jsonValue("[{\"seat\":1,\"name\":\"Deltagare 1\"}]").create());
        offered.put("people", SpinValues.jsonValue("{" + seats + "}").create());
        for (FormField field : form.fields()) {
            if (field.json().has("valuesKey")) {
                String options = offered(form, field).stream()
                        .map(option -> "{\"label\":\"Ett\",\"value\":\"%s\"}".formatted(option))
                        .collect(Collectors.joining(","));
                offered.put(
                        field.json().path("valuesKey").asText(),
                        SpinValues.jsonValue("[" + options + "]").create());
            }
            Matcher filtered = filtered(field);
            if (filtered.matches()) {
                String options = offered(form, form.field(filtered.group(3)).orElseThrow()).stream()
                        .map(option -> "{\"label\":\"Ett\",\"value\":\"one\",\"%s\":\"%s\"}"
                                .formatted(filtered.group(2), option))
                        .collect(Collectors.joining(","));
                offered.put(
                        filtered.group(1),
                        SpinValues.jsonValue("[" + options + "]").create());
            }
            if (field.disabled()) {
                offered.put(field.key(), empty.contains(field.key()) ? "" : shown(form, field));
            }
        }
        samsteg.engine.getRuntimeService().startProcessInstanceByKey("test", offered);
    }

    /** With what a condition of the form looks for in it. */
    private static String shown(Form form, FormField field) {
        Pattern asked = Pattern.compile("contains\\(" + field.key() + ", \"([^\"]+)\"\\)");
        return form.fields().stream()
                .flatMap(other -> other.hides().stream())
                .flatMap(condition -> asked.matcher(condition).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElse("visas");
    }

    /** Options that are those of another field's answer: {@code =alternatives[question = target]}. */
    private static Matcher filtered(FormField field) {
        return Pattern.compile("=(\\w+)\\[(\\w+) = (\\w+)]")
                .matcher(field.json().path("valuesExpression").asText());
    }

    private static Map<String, Object> stored() {
        Map<String, Object> values = new TreeMap<>();
        samsteg.engine
                .getTaskService()
                .getVariables(samsteg.taskId())
                .forEach((key, value) -> values.put(key, String.valueOf(value)));
        return values;
    }

    private static void submit(Map<String, Object> values) {
        samsteg.engine.getFormService().submitTaskForm(samsteg.taskId(), new LinkedHashMap<>(values));
    }

    // ---- right answers

    /** A submission that the form takes and in which a field shows; other choices are tried until it does. */
    private static Map<String, Object> shows(Form form, FormField field) {
        for (Map<String, Object> choice : choices(form, field)) {
            Map<String, Object> filled = right(form, choice);
            if (filled.containsKey(field.key()) || field.json().path("readonly").asBoolean()) {
                return filled;
            }
        }
        throw new AssertionError(form.id() + " never shows " + field.key());
    }

    /** Nothing special, then every answer, or none, to what the field's conditions ask for, and every two of these. */
    private static List<Map<String, Object>> choices(Form form, FormField field) {
        List<Map<String, Object>> choices = new ArrayList<>(List.of(Map.of()));
        String conditions = String.join(" ", field.hides());
        for (FormField other : form.fields()) {
            if (conditions.matches(".*\\b" + other.key() + "\\b.*") && !other.disabled()) {
                choices.add(Map.of(other.key(), NONE));
                answers(form, other).forEach(answer -> choices.add(Map.of(other.key(), answer)));
            }
        }
        List<Map<String, Object>> single = List.copyOf(choices);
        for (Map<String, Object> one : single) {
            for (Map<String, Object> other : single) {
                Map<String, Object> both = new LinkedHashMap<>(one);
                both.putAll(other);
                choices.add(both);
            }
        }
        return choices;
    }

    private static final Object NONE = new Object();

    private static List<Object> answers(Form form, FormField field) {
        return switch (field.type()) {
            case CHECKBOX -> List.of(true, false);
            case CHECKLIST, TAGLIST ->
                options(field).stream().map(option -> list(option)).toList();
            case RADIO, SELECT -> List.copyOf(field.json().has("valuesKey") ? offered(form, field) : options(field));
            default -> List.of();
        };
    }

    /** What a phase offers: one option, and those that conditions of the form ask for. */
    private static List<String> offered(Form form, FormField field) {
        Pattern asked = Pattern.compile("\\b" + field.key() + "(?: !?=|,) \"([^\"]+)\"");
        Stream<String> conditions = form.fields().stream()
                .flatMap(other -> other.hides().stream())
                .map(String::valueOf)
                .flatMap(condition -> asked.matcher(condition).results())
                .map(found -> found.group(1));
        return Stream.concat(Stream.of("one"), conditions).distinct().toList();
    }

    private static List<String> options(FormField field) {
        return field.json().has("valuesKey") || field.json().has("valuesExpression")
                ? List.of("one")
                : field.json().findValuesAsText("value");
    }

    /** Everything filled in that shows, given some of the choices. */
    private static Map<String, Object> right(Form form, Map<String, Object> choices) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            if (!field.disabled() && !field.json().path("readonly").asBoolean()) {
                values.put(field.key(), choices.getOrDefault(field.key(), rightFor(field)));
            }
        }
        values.values().removeIf(NONE::equals);
        // What a choice hides a browser does not send; leaving it out may hide more.
        for (List<String> hidden = hidden(form, values); values.keySet().removeAll(hidden); ) {
            hidden = hidden(form, values);
        }
        return values;
    }

    private static List<String> hidden(Form form, Map<String, Object> values) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> plain.put(key, Plain.submitted(value)));
        String task = samsteg.taskId();
        return ((ProcessEngineConfigurationImpl) samsteg.engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    FormState state =
                            new FormState(form, context.getTaskManager().findTaskById(task), plain);
                    return form.fields().stream()
                            .filter(state::hidden)
                            .map(FormField::key)
                            .toList();
                });
    }

    private static Object rightFor(FormField field) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field);
            case NUMBER -> Math.max(1, field.rule("min").asInt(1));
            case DATETIME -> field.subtype().equals("time") ? "10:00" : now().toString();
            case CHECKBOX -> true;
            case RADIO, SELECT -> options(field).get(0);
            case CHECKLIST, TAGLIST -> list(options(field).get(0));
            case DYNAMICLIST -> rows(field);
        };
    }

    /** A row with something in each column. */
    private static Object rows(FormField list) {
        Map<String, Object> row = new LinkedHashMap<>();
        list.columns().forEach(column -> row.put(column.key(), rightFor(column)));
        return SpinValues.jsonValue(Json.write(List.of(row))).create();
    }

    private static String text(FormField field) {
        String pattern = field.rule("pattern").asText("");
        if (field.rule("validationType").asText("").equals("email")) {
            return "anna@exempel.se";
        }
        return pattern.isEmpty()
                ? "Ord"
                : Stream.of("800101-9804", "SB-2026-0042", "G-2026-001")
                        .filter(text -> Pattern.compile(pattern).matcher(text).find())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("a text for " + pattern));
    }

    private static Object list(String... values) {
        return SpinValues.jsonValue("[\"" + String.join("\",\"", values) + "\"]")
                .create();
    }

    // ---- wrong ones

    private static List<Hostile> spoilt(FormField field, Map<String, Object> filled) {
        List<Hostile> all = new ArrayList<>();
        if (field.json().path("readonly").asBoolean()) {
            all.add(new Hostile("changed", field, with(filled, field, TYPED)));
            return all;
        }
        // What has a default and is not sent is the default.
        if (field.required() && !field.json().has("defaultValue")) {
            Map<String, Object> without = new LinkedHashMap<>(filled);
            without.remove(field.key());
            all.add(new Hostile("left out", field, without));
            all.add(new Hostile("null", field, with(filled, field, null)));
            if (field.empties()) {
                all.add(new Hostile("blank", field, with(filled, field, " ")));
            }
        }
        wrong(field).forEach((what, value) -> all.add(new Hostile(what, field, with(filled, field, value))));
        return all;
    }

    private static Map<String, Object> wrong(FormField field) {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put(
                "an object",
                Variables.objectValue(new ArrayList<>(List.of(TYPED))).create());
        wrong.put("bytes", TYPED.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        wrong.put("a map", SpinValues.jsonValue("{\"x\":\"" + TYPED + "\"}").create());
        switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> {
                int longest = field.rule("maxLength").asInt(field.type() == FormField.Type.TEXTFIELD ? 255 : 4000);
                wrong.put("a number", 42);
                wrong.put("a tick", true);
                wrong.put("a list", list(TYPED));
                wrong.put("too long", TYPED + "x".repeat(longest));
                wrong.put("a NUL", TYPED + "\0");
                wrong.put("half a character", TYPED + "\ud83d");
                wrong.put("a character that no font has", "汉");
                if (!field.rule("pattern").asText("").isEmpty()) {
                    wrong.put("another format", TYPED);
                }
            }
            case NUMBER -> {
                wrong.put("a text", TYPED);
                wrong.put("a tick", true);
                wrong.put("not a number", Double.NaN);
                wrong.put(
                        "too much",
                        field.rule("max").isMissingNode()
                                ? 1e300
                                : field.rule("max").asInt() + 1);
                wrong.put(
                        "too little",
                        field.rule("min").isMissingNode()
                                ? -1e300
                                : field.rule("min").asInt() - 1);
            }
            case DATETIME -> {
                wrong.put("a text", TYPED);
                wrong.put("a number", 20310304);
                if (!field.subtype().equals("time")) {
                    wrong.put("a year long ago", "1000-03-04");
                    wrong.put("a year that is far ahead", "2999-03-04");
                    if (field.property("sense").equals("past")) {
                        wrong.put("a day ahead", now().plusDays(1).toString());
                    }
                    if (field.property("sense").equals("future")) {
                        wrong.put("a day that has passed", now().minusDays(1).toString());
                    }
                    if (!field.property("within").isEmpty()) {
                        wrong.put(
                                "further ahead than can be meant",
                                now().plus(Period.parse(field.property("within")))
                                        .plusDays(1)
                                        .toString());
                    }
                }
                wrong.put("no day or time there is", field.subtype().equals("time") ? "25:00" : "2031-02-29");
            }
            case CHECKBOX -> {
                wrong.put("a text", "true");
                wrong.put("a number", 1);
            }
            case RADIO, SELECT -> {
                wrong.put("no option", TYPED);
                wrong.put("a list", list(options(field).get(0)));
                wrong.put("a tick", true);
            }
            case DYNAMICLIST -> {
                wrong.put("a text", TYPED);
                wrong.put("words in place of a row", list(TYPED));
            }
            default -> {
                wrong.put("one that is no option", list(options(field).get(0), TYPED));
                wrong.put(
                        "twice the same",
                        list(options(field).get(0), options(field).get(0)));
                wrong.put("a text", options(field).get(0));
            }
        }
        return wrong;
    }

    private static Map<String, Object> with(Map<String, Object> values, FormField field, @Nullable Object value) {
        return with(values, field.key(), value);
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(key, Objects.requireNonNullElse(value, Variables.untypedNullValue()));
        return changed;
    }
}
