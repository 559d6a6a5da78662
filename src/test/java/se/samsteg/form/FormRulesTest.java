package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsteg.form.Models.form;
import static se.samsteg.form.Models.oneTask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsteg.engine.Phase;

/** Each rule that a form can state, broken by a submission that no browser would have let through. */
class FormRulesTest {

    private static final FormEngine samsteg = FormEngine.fresh(forms -> Map.of("phase", new TestPhase()));

    /** What the models call. */
    @Phase("phase")
    public static class TestPhase {

        public List<Map<String, String>> coaches() {
            return List.of(Map.of("label", "Coach Ett", "value", "coach.one"));
        }
    }

    @AfterEach
    void clear() {
        samsteg.clear();
    }

    @AfterAll
    static void stop() {
        samsteg.close();
    }

    private static String field(String type, String key, String label, String rest) {
        return "{\"type\":\"%s\",\"key\":\"%s\",\"label\":\"%s\"%s}"
                .formatted(type, key, label, rest.isEmpty() ? "" : "," + rest.replace('\'', '"'));
    }

    private static String options(String... values) {
        return "'values':["
                + String.join(
                        ",",
                        List.of(values).stream()
                                .map(v -> "{'label':'" + v + "','value':'" + v + "'}")
                                .toList())
                + "]";
    }

    private static void open(String... fields) {
        openWith("", fields);
    }

    private static void openWith(String extensions, String... fields) {
        samsteg.deploy(oneTask(extensions), form(fields));
        samsteg.engine.getRuntimeService().startProcessInstanceByKey("test");
    }

    private static void submit(Map<String, ? extends @Nullable Object> values) {
        samsteg.engine.getFormService().submitTaskForm(samsteg.taskId(), new HashMap<>(values));
    }

    private static void submit(String key, @Nullable Object value) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(key, value);
        submit(values);
    }

    private static void assertRefused(String key, @Nullable Object value, String message) {
        assertThatThrownBy(() -> submit(key, value)).isInstanceOf(Refused.class).hasMessage(message);
        assertThat(samsteg.openTask()).isNotNull();
        assertThat(samsteg.engine
                        .getTaskService()
                        .getVariables(samsteg.taskId())
                        .values())
                .as("nothing is stored")
                .allMatch(stored -> stored == null || stored.toString().equals("[]"));
    }

    private static void assertAccepted(String key, @Nullable Object value) {
        submit(key, value);
        assertThat(samsteg.openTask()).isNull();
        samsteg.engine.getRuntimeService().startProcessInstanceByKey("test");
    }

    private static Object json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    @Test
    void everythingThatIsRequiredAndMissingIsNamedAtOnce() {
        open(
                field("textfield", "number", "Personnummer", "'validate':{'required':true}"),
                field("radio", "sex", "Kön", "'validate':{'required':true}," + options("female", "male")),
                field("checklist", "themes", "Teman", "'validate':{'required':true}," + options("sleep")),
                field("checkbox", "agreed", "Överens?", "'validate':{'required':true}"),
                field("textarea", "note", "Anteckning", ""));
        String all = "Personnummer: fyll i fältet. Kön: välj ett av alternativen."
                + " Teman: välj minst ett av alternativen. Överens? – kryssa i rutan.";
        assertThatThrownBy(() -> submit(Map.of())).isInstanceOf(Refused.class).hasMessage(all);
        assertThatThrownBy(() -> submit(Map.of("number", "  ", "agreed", false, "themes", json("[]"))))
                .hasMessage(all);
        assertThatThrownBy(() -> samsteg.engine.getTaskService().complete(samsteg.taskId()))
                .hasMessage(all);
        submit(Map.of("number", "1", "sex", "male", "agreed", true, "themes", json("[\"sleep\"]")));
        assertThat(samsteg.openTask()).isNull();
    }

    @Test
    void whatWasSavedBeforeCountsAsFilledIn() {
        open(field("textfield", "name", "Namn", "'validate':{'required':true}"));
        samsteg.engine.getTaskService().setVariable(samsteg.taskId(), "name", "Ett namn");
        submit(Map.of());
        assertThat(samsteg.openTask()).isNull();
    }

    @Test
    void aRequiredFieldThatItsConditionHidesMayBeEmptyAndNotFilledIn() {
        open(
                field("radio", "decision", "Beslut", options("admit", "complete")),
                field(
                                "textfield",
                                "coach",
                                "Coach",
                                "'validate':{'required':true},'conditional':{'hide':'=decision != \\\"admit\\\"'}")
                        .replace("\\\\", "\\"));
        assertThatThrownBy(() -> submit(Map.of("decision", "admit"))).hasMessage("Coach: fyll i fältet.");
        assertThatThrownBy(() -> submit(Map.of("decision", "complete", "coach", "hemlig")))
                .hasMessage("Coach: fältet visas inte och kan inte fyllas i.");
        submit(Map.of("decision", "complete", "coach", ""));
        assertThat(samsteg.openTask()).isNull();
    }

    @Test
    void theConditionOfAGroupHidesItsFields() {
        open(
                field("checkbox", "more", "Mer", ""),
                "{\"type\":\"group\",\"label\":\"Grupp\",\"conditional\":{\"hide\":\"=not(more)\"},\"components\":["
                        + field("textfield", "why", "Varför", "'validate':{'required':true}") + "]}");
        assertThatThrownBy(() -> submit(Map.of("more", true))).hasMessage("Varför: fyll i fältet.");
        submit(Map.of("more", false));
        assertThat(samsteg.openTask()).isNull();
    }

    @Test
    void aTextIsAText() {
        open(field("textfield", "name", "Namn", ""));
        assertRefused("name", 17, "Namn: skriv en text.");
        assertRefused("name", false, "Namn: skriv en text.");
        assertRefused("name", json("[]"), "Namn: skriv en text.");
        assertRefused("name", json("\"text\""), "Namn: skriv en text.");
        assertAccepted("name", "Åsa");
        assertAccepted("name", Variables.stringValue("Åsa"));
        assertAccepted("name", null);
    }

    @Test
    void aTextHasALongestLengthWhetherItsFormNamesOneOrNot() {
        open(
                field("textfield", "line", "Rad", ""),
                field("textarea", "text", "Text", ""),
                field("textfield", "code", "Kod", "'validate':{'minLength':2,'maxLength':3}"));
        assertRefused("line", "x".repeat(256), "Rad: skriv högst 255 tecken.");
        assertRefused("text", "x".repeat(4_001), "Text: skriv högst 4000 tecken.");
        assertRefused("code", "x", "Kod: skriv minst 2 tecken.");
        assertRefused("code", "xxxx", "Kod: skriv högst 3 tecken.");
        assertAccepted("text", "x".repeat(4_000));
    }

    @Test
    void aTextHasTheFormatThatItsFormAsksFor() {
        open(
                field("textfield", "zip", "Postnummer", "'validate':{'pattern':'^[0-9]{5}$'}"),
                field(
                        "textfield",
                        "place",
                        "Ort",
                        "'validate':{'pattern':'^[A-Z]'},'properties':{'hint':'börja med stor bokstav.'}"),
                field("textfield", "mail", "E-post", "'validate':{'validationType':'email'}"));
        assertRefused("zip", "1234", "Postnummer: har fel format.");
        assertRefused("place", "b", "Ort: börja med stor bokstav.");
        assertRefused("mail", "a@b", "E-post: skriv en e-postadress.");
        assertAccepted("mail", "anna@example.se");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\ud800b"})
    void aTextHasNoCharactersThatCannotBeStored(String text) {
        open(field("textarea", "text", "Text", ""));
        assertRefused("text", text, "Text: texten innehåller tecken som inte kan sparas.");
    }

    @Test
    void onlyALongTextHasNewLines() {
        open(field("textarea", "text", "Text", ""), field("textfield", "line", "Rad", ""));
        assertRefused("line", "a\nb", "Rad: texten innehåller tecken som inte kan sparas.");
        assertAccepted("text", "a\r\n\tb");
    }

    @ParameterizedTest
    @CsvSource({"汉,”汉”", "😀,”😀”", "\uE000,U+E000", "\uFFFC,”\uFFFC”"})
    void aCharacterThatCannotBePrintedIsNamed(String character, String name) {
        open(field("textarea", "text", "Recept", ""));
        assertRefused(
                "text",
                "före " + character + " efter 漢",
                "Recept: tecknet " + name + " kan inte skrivas ut i handlingar. Skriv det på ett annat sätt.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łukasiewicz Ğ ș ø",
                "ጥዕና",
                "صحت و کار",
                "בריאות",
                "สุขภาพ",
                "Здоров’я",
                "ჯანმრთელობა",
                "– ” … € ½ • ☐ ✓"
            })
    void whatStaffWriteInTheScriptsThatTheyMeetIsTaken(String text) {
        open(field("textarea", "text", "Text", ""));
        assertAccepted("text", text);
    }

    @Test
    void aNumberIsANumberWithinItsBounds() {
        open(
                field("number", "hours", "Timmar", "'decimalDigits':0,'validate':{'min':0,'max':40}"),
                field("number", "share", "Andel", "'decimalDigits':2"));
        assertRefused("hours", "17", "Timmar: skriv ett tal.");
        assertRefused("hours", "", "Timmar: skriv ett tal.");
        assertRefused("hours", true, "Timmar: skriv ett tal.");
        assertRefused("hours", Double.NaN, "Timmar: skriv ett tal.");
        assertRefused("hours", 1.5, "Timmar: skriv ett heltal.");
        assertRefused("hours", -1, "Timmar: skriv ett tal som är minst 0.");
        assertRefused("hours", 41L, "Timmar: skriv ett tal som är högst 40.");
        assertRefused("share", 0.125, "Andel: skriv högst 2 decimaler.");
        assertAccepted("hours", 40);
        assertAccepted("hours", 8.0);
        assertAccepted("share", 0.25);
    }

    @Test
    void aDateIsADayThatExists() {
        open("{\"type\":\"datetime\",\"subtype\":\"date\",\"key\":\"day\",\"dateLabel\":\"Datum\"}");
        for (Object wrong : List.of("2026-02-30", "4/3 2026", "2026-3-4", "0026-03-04", "2026-03-04T10:00", 5)) {
            assertRefused("day", wrong, "Datum: skriv datumet som ÅÅÅÅ-MM-DD.");
        }
        assertRefused("day", Variables.dateValue(new java.util.Date()), "Datum: skriv datumet som ÅÅÅÅ-MM-DD.");
        assertAccepted("day", "2028-02-29");
        assertAccepted("day", "");
    }

    @Test
    void aTimeIsATimeOfDay() {
        open(
                "{\"type\":\"datetime\",\"subtype\":\"time\",\"key\":\"at\",\"timeLabel\":\"Klockslag\"}",
                "{\"type\":\"datetime\",\"subtype\":\"datetime\",\"key\":\"when\",\"dateLabel\":\"När\"}");
        assertRefused("at", "25:00", "Klockslag: skriv tiden som TT:MM.");
        assertRefused("when", "2026-03-05", "När: skriv datumet som ÅÅÅÅ-MM-DD och tiden som TT:MM.");
        assertAccepted("at", "14:30");
        assertAccepted("at", "14:30+01:00");
        assertAccepted("when", "2026-03-05T09:15+01:00");
        assertAccepted("when", "2026-03-05T09:15");
    }

    @Test
    void aDateThatMayNotHavePassedHasNot() {
        open(
                "{\"type\":\"datetime\",\"subtype\":\"date\",\"key\":\"day\",\"dateLabel\":\"Datum\",\"disallowPassedDates\":true}");
        assertRefused("day", "2001-01-01", "Datum: välj ett datum som inte har passerat.");
        assertAccepted("day", "2031-01-01");
    }

    @Test
    void aChoiceIsOneOfThoseInTheForm() {
        open(
                field("select", "sex", "Kön", options("female", "male")),
                field("checklist", "themes", "Teman", options("sleep", "food")),
                field("checkbox", "agreed", "Överens", ""));
        assertRefused("sex", "other", "Kön: välj ett av alternativen.");
        assertRefused("themes", json("[\"sleep\",\"other\"]"), "Teman: välj bland alternativen.");
        assertRefused("themes", json("[\"sleep\",\"sleep\"]"), "Teman: välj bland alternativen.");
        assertRefused("themes", json("{\"sleep\":true}"), "Teman: välj bland alternativen.");
        assertRefused("themes", "sleep", "Teman: välj bland alternativen.");
        assertRefused("themes", "", "Teman: välj bland alternativen.");
        assertRefused("agreed", "ja", "Överens: svara ja eller nej.");
        assertAccepted("sex", "male");
        assertAccepted("themes", json("[\"food\",\"sleep\"]"));
    }

    @Test
    void aChoiceIsOneOfThoseThatTheTaskOffers() {
        openWith(
                "<camunda:inputOutput><camunda:inputParameter name=\"coaches\">${phase.coaches()}</camunda:inputParameter></camunda:inputOutput>",
                field("select", "coach", "Coach", "'valuesKey':'coaches'"));
        assertThatThrownBy(() -> submit("coach", "coach.two")).hasMessage("Coach: välj ett av alternativen.");
        assertThatThrownBy(() -> submit(Map.of("coaches", json("[\"coach.two\"]"), "coach", "coach.two")))
                .hasMessageContaining("Formuläret har inget fält coaches.");
        submit("coach", "coach.one");
        assertThat(samsteg.openTask()).isNull();
    }

    @Test
    void aChoiceMayBeComputed() {
        open(field("taglist", "days", "Dagar", "'valuesExpression':'=[\\\"mon\\\", \\\"tue\\\"]'")
                .replace("\\\\", "\\"));
        assertRefused("days", json("[\"sun\"]"), "Dagar: välj bland alternativen.");
        assertAccepted("days", json("[\"mon\"]"));
    }

    @Test
    void theRowsOfAListObeyTheRulesOfTheirFields() {
        open("{\"type\":\"dynamiclist\",\"path\":\"steps\",\"label\":\"Steg\",\"components\":["
                + field("textfield", "what", "Vad", "'validate':{'required':true}") + ","
                + field("number", "weeks", "Veckor", "'validate':{'min':1}") + "]}");
        assertRefused(
                "steps",
                json("[{\"what\":\"a\"},{\"weeks\":0}]"),
                "Steg, rad 2, Vad: fyll i fältet. " + "Steg, rad 2, Veckor: skriv ett tal som är minst 1.");
        assertRefused("steps", json("[{\"what\":\"a\",\"more\":1}]"), "Steg, rad 1, Formuläret har inget fält more.");
        assertRefused("steps", json("[1]"), "Steg: skriv en rad i taget.");
        assertAccepted("steps", json("[{\"what\":\"a\",\"weeks\":2}]"));
    }

    @Test
    void nothingIsTakenThatTheFormDoesNotHave() {
        open(
                field("textfield", "name", "Namn", ""),
                field("textfield", "participant", "Deltagare", "'disabled':true"),
                field("textfield", "fixed", "Fast", "'readonly':true"));
        assertRefused("admitted", true, "Formuläret har inget fält admitted.");
        assertRefused("19121212-1212", "x", "Formuläret har inget sådant fält.");
        assertRefused("participant", "x", "Deltagare: fältet kan inte ändras.");
        assertRefused("fixed", "x", "Fast: fältet kan inte ändras.");
        assertAccepted("fixed", "");
    }

    @Test
    void objectsBytesAndFilesAreNotTaken() {
        open(field("textfield", "name", "Namn", ""), field("checklist", "themes", "Teman", options("sleep")));
        assertRefused("name", Variables.objectValue("text").create(), "Namn: skriv en text.");
        assertRefused(
                "name",
                Variables.serializedObjectValue("\"text\"")
                        .objectTypeName("java.lang.String")
                        .serializationDataFormat("application/json")
                        .create(),
                "Namn: skriv en text.");
        assertRefused("name", "text".getBytes(java.nio.charset.StandardCharsets.UTF_8), "Namn: skriv en text.");
        assertRefused("name", Variables.fileValue("a.txt").file(new byte[] {1}).create(), "Namn: skriv en text.");
        assertRefused("name", Variables.stringValue("text", true), "Namn: skriv en text.");
        assertRefused("themes", List.of("sleep"), "Teman: välj bland alternativen.");
        assertRefused("themes", json("[\"sleep\""), "Teman: välj bland alternativen.");
    }

    @Test
    void aMessageNeverHoldsWhatWasTyped() {
        open(
                field("textfield", "name", "Namn", "'validate':{'maxLength':3,'pattern':'^x$'}"),
                field("number", "n", "Antal", ""),
                field("radio", "r", "Val", options("a")),
                "{\"type\":\"datetime\",\"subtype\":\"date\",\"key\":\"d\",\"dateLabel\":\"Dag\"}");
        assertThatThrownBy(() -> submit(Map.of("name", "hemligt", "n", "hemligt", "r", "hemligt", "d", "hemligt")))
                .isInstanceOf(Refused.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("hemligt"));
        assertThat(samsteg.everythingStored()).noneMatch(row -> row.contains("hemligt"));
    }
}
