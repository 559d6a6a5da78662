package se.samsteg.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.Readers;
import se.samsteg.engine.ModelFiles;
import se.samsteg.extract.ExtractAnswers.Item;
import se.samsteg.extract.ExtractAnswers.Line;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.ProgrammeTexts;
import se.samsteg.programme.Programmes;
import se.samsteg.result.Report;

/** Every typed text is on the paper, letter by letter and between its margins, in every document. */
class PrintedTextTest {

    private static final Path DOCUMENTS = Path.of("src/main/resources/documents");
    private static final String CASE = "SB-2026-0042";

    /** A margin of 22 mm, and less than a point for rounding. */
    private static final double MARGIN = 22 / 25.4 * 72 - 0.9;

    private static final double A4_WIDTH = 210 / 25.4 * 72;
    private static final double A4_HEIGHT = 297 / 25.4 * 72;
    private static final double BODY_ENDS = A4_HEIGHT - 25 / 25.4 * 72;

    private static final List<String> LONG = List.of(
            "_".repeat(120),
            "W".repeat(124),
            "https://exempel.se/" + "a1b2/".repeat(60),
            "ሀለሐመሠረሰ".repeat(20),
            "Ж".repeat(150),
            "ğ".repeat(200));

    /** Words of people whom staff meet, in the scripts that they write. */
    private static final Map<String, String> SCRIPTS = Map.ofEntries(
            Map.entry("Latin", "Łukasiewicz Đorđević Nguyễn Şahin Čapek"),
            Map.entry("Greek", "Παπαδόπουλος"),
            Map.entry("Cyrillic", "Шевченко Ђорђевић"),
            Map.entry("Arabic", "الصحة والعمل"),
            Map.entry("Persian", "پزشک چشم ژاله گرگان"),
            Map.entry("Tigrinya", "ጥዕና ስራሕ ትምህርቲ"),
            Map.entry("Amharic", "ጤና እና ሥራ"),
            Map.entry("Hebrew", "בריאות ועבודה"),
            Map.entry("Thai", "สุขภาพ"),
            Map.entry("Armenian", "Առողջություն"),
            Map.entry("Georgian", "ჯანმრთელობა"),
            Map.entry("Hindi", "स्वास्थ्य"),
            Map.entry("Tamil", "உடல்நலம்"));

    /** What documents are made of. */
    private static final Set<String> PARTS = Set.of("layout.html", "report.html");

    private record Page(String text, List<TextPosition> letters) {}

    static Stream<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html") && !PARTS.contains(name))
                    .map(name -> name.replace(".html", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noWordIsLostOrCutBecauseAnotherIsLong(String document) throws IOException {
        for (int every = 0; every < Math.min(2, fields(document)); every++) {
            List<String> typed = typed(document, every, String.join(" ", LONG));

            Page page = print(document, typed);

            String text = dense(page.text());
            for (String field : typed) {
                assertThat(field.split(" "))
                        .filteredOn(word -> !LONG.contains(word))
                        .allMatch(text::contains, "is on the paper");
            }
            // A word in a cell that is parted by the end of a page has other cells' words between its parts.
            Map<Integer, Long> printed = counted(page.text());
            counted(String.join("", typed)).forEach((letter, times) -> assertThat(printed.get(letter))
                    .as(Character.toString(letter))
                    .isGreaterThanOrEqualTo(times));
            assertThat(page.letters()).allMatch(PrintedTextTest::onThePaper, "is between the margins");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyScriptThatStaffMeetIsPrinted(String document) throws IOException {
        String scripts = String.join(" ", SCRIPTS.values());

        String text = print(document, typed(document, 0, scripts)).text();

        assertThat(text).doesNotContain("#", "[tecken");
        SCRIPTS.forEach(
                (script, words) -> assertThat(letters(text)).as(script).containsAll(letters(words.replace(" ", ""))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aCharacterThatNoFontHasIsNamedInItsPlace(String document) throws IOException {
        for (int every = 0; every < Math.min(2, fields(document)); every++) {
            String text = print(document, typed(document, every, "före汉efter 😀 \u0001 \uE000"))
                    .text();

            assertThat(dense(text))
                    .contains("före[teckenU+6C49]efter", "[teckenU+1F600]", "[teckenU+0001]", "[teckenU+E000]")
                    .doesNotContain("#");
        }
    }

    @Test
    void wordsFromRightToLeftAreJoinedAndBeginAtTheRight() throws IOException {
        Page page = print("admission-recommendation", List.of("سلام عمل"));

        List<TextPosition> arabic = page.letters().stream()
                .filter(letter -> letter.getUnicode().codePoints().anyMatch(PrintedTextTest::arabic))
                .toList();
        assertThat(page.text()).contains("سلام عمل");
        assertThat(arabic.stream().mapToDouble(PrintedTextTest::right).max().orElseThrow())
                .isCloseTo(A4_WIDTH - MARGIN, offset(12.0));
        // Drawn from left to right, so the last word comes first; its letters have the forms that join.
        assertThat(arabic.stream().map(TextPosition::getUnicode).collect(Collectors.joining()))
                .isEqualTo("ﻞﻤﻋﻡﻼﺳ");
    }

    private static boolean arabic(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.ARABIC;
    }

    private static boolean onThePaper(TextPosition letter) {
        return letter.getXDirAdj() >= MARGIN
                && right(letter) <= A4_WIDTH - MARGIN
                && letter.getYDirAdj() > 0
                && letter.getYDirAdj() < A4_HEIGHT;
    }

    private static double right(TextPosition letter) {
        return letter.getXDirAdj() + letter.getWidthDirAdj();
    }

    /** Words of their own in each field, and in every second of them something more, beginning with this one. */
    private static List<String> typed(String document, int first, String more) throws IOException {
        return IntStream.range(0, fields(document))
                .mapToObj(field -> IntStream.range(0, 20)
                                .mapToObj(n -> "ord" + field + "x" + n + ".")
                                .collect(Collectors.joining(" "))
                        + (field % 2 == first ? " " + more + " slut." : ""))
                .toList();
    }

    private static Map<Integer, Long> counted(String text) {
        return dense(text).codePoints().boxed().collect(Collectors.groupingBy(letter -> letter, Collectors.counting()));
    }

    private static String dense(String text) {
        return text.replaceAll("\\s", "");
    }

    /** In which order a PDF names the letters of a word depends on the script, so they are compared as a set. */
    private static Set<Integer> letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Page print(String document, List<String> typed) throws IOException {
        Persons persons = mock();
        Programmes programmes = mock(Programmes.class);
        when(persons.of(CASE)).thenReturn(person());
        when(programmes.of(CASE)).thenReturn(ProgrammeFiles.samboradet());
        Clock clock = Clock.fixed(Instant.parse("2026-12-09T08:00:00Z"), ZoneId.of("Europe/Stockholm"));
        byte[] pdf = new Documents(
                        mock(JdbcClient.class), persons, programmes, clock, new ProgrammeTexts(new ModelFiles("")))
                .print(CASE, document, model(document, typed));
        List<TextPosition> letters = new ArrayList<>();
        try (var read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                    if (letter.getYDirAdj() < BODY_ENDS) { // below it are the pages' numbers
                        super.processTextPosition(letter);
                    }
                }
            }.getText(read);
            return new Page(text, letters);
        }
    }

    private static Person person() {
        return new Person(
                UUID.randomUUID(),
                "199003042380",
                null,
                LocalDate.of(1990, 3, 4),
                "Åsa",
                "Berg",
                "female",
                "Botkyrka",
                null,
                "polska",
                false,
                null,
                null,
                null,
                null,
                false);
    }

    // ---- what a document is made of

    private static final List<String> STRUCTURED =
            List.of("annual-report", "development", "extract", "readers", "review", "steering-report");

    private static int fields(String document) throws IOException {
        return switch (document) {
            case "extract" -> 12;
            case "readers", "review" -> 5;
            case "annual-report", "steering-report" -> 8;
            case "development" -> 4;
            default -> names(document).size();
        };
    }

    /** The names of what a document shows beside what every one has. */
    private static List<String> names(String document) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        String template = Files.readString(DOCUMENTS.resolve(document + ".html"));
        var shown = Pattern.compile("\\$\\{(\\w+)").matcher(template);
        while (shown.find()) {
            names.add(shown.group(1));
        }
        // One of a list and the number of its row are no names of their own.
        Pattern.compile("th:each=\"(\\w+)(?:, (\\w+))? :")
                .matcher(template)
                .results()
                .forEach(each -> {
                    names.remove(each.group(1));
                    names.remove(each.group(2));
                });
        return List.copyOf(names);
    }

    /** As the review of a unit heads its paper. */
    public record Head(String heading, String programme, String manager) {}

    /** As the review of a unit shows a participant. */
    public record UnitPart(String title, @Nullable String instead, List<Line> lines) {}

    /** As a participant's development is shown. */
    public record Development(String goal, List<Step> steps, List<String> achieved, List<Scale> scales) {}

    public record Step(String name, String since) {}

    public record Scale(String label, List<Point> points) {}

    public record Point(String day, int value, int percent) {}

    /** As the annual report is headed. */
    public record Signed(int year, int version, String reason, String comment) {}

    /** As the lead adds to a steering report. */
    public record Added(String comment, @Nullable LocalDate meetingOn, String othersPresent) {}

    private static Report report(List<String> typed) {
        return new Report(
                List.of(new Report.Goal(typed.get(0), typed.get(1))),
                List.of(new Report.Section(
                        "Avslutade deltagare", List.of(new Report.Line(typed.get(2), typed.get(3), true)))),
                List.of(typed.get(4)));
    }

    private static Map<String, @Nullable Object> model(String document, List<String> typed) throws IOException {
        Map<String, @Nullable Object> model = new HashMap<>();
        if (!STRUCTURED.contains(document)) {
            List<String> names = names(document);
            IntStream.range(0, names.size())
                    .forEach(n -> model.put(names.get(n), n < typed.size() ? typed.get(n) : ""));
            return model;
        }
        if (document.equals("review")) {
            model.put("head", new Head(typed.get(0), "SamBorådet", typed.get(1)));
            model.put(
                    "parts",
                    List.of(
                            new UnitPart(typed.get(2), null, List.of(new Line("Nästa steg", typed.get(3)))),
                            new UnitPart(CASE, typed.get(4), List.of())));
            return model;
        }
        if (document.equals("development")) {
            model.put(
                    "shown",
                    new Development(
                            typed.get(0),
                            List.of(new Step(typed.get(1), "2027-02-01")),
                            List.of(typed.get(2)),
                            List.of(new Scale(typed.get(3), List.of(new Point("2027-02-01", 3, 30))))));
            return model;
        }
        if (document.endsWith("-report")) {
            model.put("report", report(typed));
            model.put("head", new Signed(2026, 1, typed.get(5), typed.get(6)));
            model.put("signer", typed.get(7));
            model.put("quarter", "kvartal 4, 2026");
            model.put("added", new Added(typed.get(5), null, typed.get(6)));
            model.put("agenda", typed.get(7));
            model.put("present", "Försäkringskassan");
            return model;
        }
        int n = typed.size();
        model.put(
                "readers",
                List.of(new Readers.Reader(
                        typed.get(n - 5), typed.get(n - 4), typed.get(n - 3), typed.get(n - 2), typed.get(n - 1))));
        if (document.equals("extract")) {
            List<Line> lines = List.of(new Line(typed.get(0), typed.get(1)), new Line("Hälsa", typed.get(2)));
            List<List<String>> row = List.of(typed.subList(2, 7), typed.subList(0, 5));
            model.put("cases", CASE);
            model.put("answerable", List.of());
            model.put(
                    "parts",
                    List.of(
                            new ExtractPages.Part(typed.get(3), typed.subList(0, 5), row, List.of()),
                            new ExtractPages.Part("En del", List.of(), List.of(), List.of(new Item("", "", lines)))));
            model.put("facts", List.of(new Item(typed.get(4), typed.get(5), lines)));
            model.put("amongOthers", List.of(new Item(typed.get(5), typed.get(6), lines)));
            model.put("tasks", List.of(new Item(typed.get(6), typed.get(0), lines)));
        }
        return model;
    }
}
