package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CasesNoted;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Earlier cases come in from a file, whole or not at all. */
@SamstegTest
class ImportTest {

    private static final String HEADER = "case_number;programme;referred_on";

    @Autowired
    Imports imports;

    @Autowired
    CaseRows rows;

    @Autowired
    ImportColumns columns;

    @Autowired
    Programmes programmes;

    @Autowired
    EnrolledCase cases;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
        jdbc.sql("delete from taken_number").update();
    }

    private Settings programme() {
        return programmes.get("samboradet");
    }

    private ImportReport run(String file, boolean dryRun) {
        return imports.run(programme(), file.getBytes(StandardCharsets.UTF_8), dryRun)
                .orElseThrow();
    }

    private ImportReport run(String file) {
        return run(file, false);
    }

    private static String file(String header, String... rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    private int stored() {
        return jdbc.sql("select count(*) from counted_case where case_file is null")
                .query(Integer.class)
                .single();
    }

    private String exported() {
        StringBuilder out = new StringBuilder();
        rows.cases(programme(), out);
        return out.toString();
    }

    private static List<String> messages(ImportReport report) {
        return report.errors().stream()
                .map(error -> error.line() + " " + error.column() + " " + error.message())
                .toList();
    }

    @Test
    void aDryRunSaysWhatAnImportWouldDoAndStoresNothing() {
        ImportReport report = run(file(HEADER, "SB-2011-0001;samboradet;2011-02-01"), true);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.errors()).isEmpty();
        assertThat(stored()).isZero();
        assertThat(jdbc.sql("select count(*) from taken_number")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theSameFileAgainChangesNothingAndAChangedRowTakesThePlaceOfTheFirst() {
        String first =
                file(HEADER + ";sex;events", "SB-2011-0001;samboradet;2011-02-01;woman;cbt-done@2011-05-01|cbt-begun");
        assertThat(run(first).added()).isEqualTo(1);
        ImportReport again = run(first);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.added() + again.changed()).isZero();
        ImportReport changed =
                run(file(HEADER + ";sex;events", "SB-2011-0001;samboradet;2011-02-01;man;cbt-done@2011-05-01"));
        assertThat(changed.changed()).isEqualTo(1);
        assertThat(jdbc.sql("select sex from counted_case where case_number = 'SB-2011-0001'")
                        .query(String.class)
                        .single())
                .isEqualTo("man");
        assertThat(jdbc.sql("select code from counted_event where case_number = 'SB-2011-0001'")
                        .query(String.class)
                        .list())
                .containsExactly("cbt-done");
    }

    @Test
    void oneErrorKeepsEveryRowOut() {
        ImportReport report =
                run(file(HEADER, "SB-2011-0001;samboradet;2011-02-01", "SB-2011-0002;samboradet;2011-02-30"));
        assertThat(messages(report))
                .containsExactly("3 referred_on ”2011-02-30” är inget datum. Det skrivs som 2011-03-31.");
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "sex kvinna ingen_kod",
                "sex =1+1 formel",
                "birth_year 2012 födelseår",
                "taken_up_on 2010-12-31 tidigare_än_referred_on",
                "taken_up_on 2011-1-1 inget_datum",
                "decision complete ingen_kod",
                "joint_plan ja ingen_kod",
                "ground moved ingen_kod",
                "main_outcome work ingen_kod",
                "secondary_outcomes studies|work ingen_kod",
                "secondary_outcomes studies| ingen_kod",
                "health_missing_reason sick ingen_kod",
                "livelihood_before salary|unknown ingen_kod",
                "occupation_before worker ingen_kod",
                "work_percent_before 101 helt_tal",
                "work_percent_before 7,5 helt_tal",
                "sick_leave_percent_after 050 helt_tal",
                "authority kommun ingen_kod",
                "unit tumba ingen_kod",
                "cohort @SUM(A1) formel",
                "events cbt-done@igår inget_datum_efter",
                "events cbt ingen_kod"
            })
    void aWrongCellIsSaidAtItsLineAndColumn(String column, String cell, String said) {
        ImportReport report = run(file(HEADER + ";" + column, "SB-2011-0001;samboradet;2011-02-01;" + cell));
        assertThat(report.errors()).hasSize(1);
        assertThat(report.errors().get(0).line()).isEqualTo(2);
        assertThat(report.errors().get(0).column()).isEqualTo(column);
        assertThat(report.errors().get(0).message())
                .containsIgnoringCase(said.replace('_', ' ').replace("referred on", "referred_on"));
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "SB-11-1, är inget ärendenummer",
        "SB-2011-00001, är inget ärendenummer",
        "sb-2011-0001, är inget ärendenummer",
        "AMA-2011-0001, hör till ett annat program",
        "'', Värdet saknas"
    })
    void aCaseNumberIsTheProgrammesOwn(String number, String said) {
        ImportReport report = run(file(HEADER, number + ";samboradet;2011-02-01"));
        assertThat(report.errors()).hasSize(1);
        assertThat(report.errors().get(0).column()).isEqualTo("case_number");
        assertThat(report.errors().get(0).message()).contains(said);
    }

    @Test
    void aNumberThatStandsTwiceInTheFileIsNamedWithBothLines() {
        assertThat(messages(run(file(
                        HEADER,
                        "SB-2011-0001;samboradet;2011-02-01",
                        "SB-2011-0002;samboradet;2011-02-01",
                        "SB-2011-0001;samboradet;2011-02-01"))))
                .containsExactly("4 case_number Ärendenumret står redan på rad 2.");
    }

    @Test
    void theHeaderIsCheckedFirst() {
        assertThat(messages(run(file("case_number;programme;name;programme", "SB-2011-0001;samboradet;x;y"))))
                .containsExactlyInAnyOrder(
                        "1 name Kolumnen finns inte i filformatet.",
                        "1 programme Kolumnen finns två gånger.",
                        "1 referred_on Kolumnen saknas.");
        assertThat(messages(run(""))).containsExactly("1 null Filen är tom.");
    }

    @Test
    void rowsOfAnotherWidthOpenQuotesAndControlCharactersAreSaid() {
        assertThat(messages(run(file(HEADER, "SB-2011-0001;samboradet;2011-02-01;x", "", "SB-2011-0002;samboradet"))))
                .containsExactly(
                        "2 null Raden har 4 fält, men rubrikraden har 3.",
                        "4 null Raden har 2 fält, men rubrikraden har 3.");
        assertThat(messages(run(
                        file(HEADER, "SB-2011-0001;samboradet;2011-02-01", "\"SB-2011-0002;samboradet;2011-02-01"))))
                .singleElement()
                .asString()
                .startsWith("3 null Raden har ett citattecken");
        assertThat(messages(run(file(HEADER + ";cohort", "SB-2011-0001;samboradet;2011-02-01;a\u0000b"))))
                .singleElement()
                .asString()
                .startsWith("2 cohort Cellen har ett radbyte eller ett annat styrtecken");
        assertThat(messages(run(file(HEADER + ";cohort", "SB-2011-0001;samboradet;2011-02-01;\"a\nb\"", "x"))))
                .extracting(message -> message.split(" ")[0])
                .containsExactly("2", "4");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedAndAMarkOfTheByteOrderIsTaken() {
        byte[] latin = file(HEADER + ";cohort", "SB-2011-0001;samboradet;2011-02-01;Grupp å")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(messages(imports.run(programme(), latin, false).orElseThrow()))
                .containsExactly("2 null Filen är inte i UTF-8. Spara den som CSV UTF-8 och försök igen.");
        assertThat(run("\ufeff" + file(HEADER, "SB-2011-0001;samboradet;2011-02-01"))
                        .added())
                .isEqualTo(1);
    }

    @Test
    void ofManyErrorsAHundredAreListedAndTheOthersCounted() {
        ImportReport report = run(file(
                HEADER,
                IntStream.rangeClosed(1, 1200)
                        .mapToObj("SB-2011-%04d;samboradet;i går"::formatted)
                        .toArray(String[]::new)));
        assertThat(report.rows()).isEqualTo(1200);
        assertThat(report.errors()).hasSize(100);
        assertThat(report.moreErrors()).isEqualTo(1100);
    }

    @Test
    void aFileWithACohortForEachCaseIsRefusedAtTheFirstThatIsTooMany() {
        String[] rows = IntStream.rangeClosed(1, Imports.COHORTS + 3)
                .mapToObj(n -> "SB-2011-%04d;samboradet;2011-02-01;Kohort %d".formatted(n, n))
                .toArray(String[]::new);
        assertThat(messages(run(file(HEADER + ";cohort", rows))))
                .containsExactly(
                        "202 cohort Filen har fler än 200 kohorter. Skriv samma namn för alla som hör till samma kohort.");
        assertThat(stored()).isZero();
        assertThat(run(file(HEADER + ";cohort", Arrays.copyOf(rows, Imports.COHORTS)))
                        .added())
                .isEqualTo(Imports.COHORTS);
    }

    @Test
    void weekendsHolidaysAndEqualDatesAreAcceptedAndAnExitNeedsNothingElse() {
        ImportReport report = run(file(
                HEADER + ";taken_up_on;called_on;exit_on",
                "SB-2011-0001;samboradet;2011-01-01;2011-01-01;2011-01-01;2011-01-01",
                "SB-2011-0002;samboradet;2011-12-24;;;2011-12-25"));
        assertThat(report.errors()).isEmpty();
        assertThat(report.added()).isEqualTo(2);
    }

    @Test
    void aCaseOfSamstegsOwnIsUnchangedOrAnErrorAndNeverOverwritten() {
        String own = cases.open("coach1", LocalDate.now(clock));
        events.publishEvent(new CasesNoted(List.of(own)));
        String file = exported();
        ImportReport same = run(file);
        assertThat(same.errors()).isEmpty();
        assertThat(same.unchanged()).isEqualTo(same.rows()).isPositive();
        ImportReport other = run(file(HEADER, own + ";samboradet;2001-01-01"));
        assertThat(other.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("Ärendet finns i Samsteg"));
        assertThat(exported()).isEqualTo(file);
    }

    @Test
    void anImportedNumberIsNeverGivenToANewCaseNotEvenWhenTheImportedCaseIsGone() {
        String last = cases.open("coach1", LocalDate.now(clock));
        int number = Integer.parseInt(last.substring(last.lastIndexOf('-') + 1));
        String prefix = last.substring(0, last.lastIndexOf('-') + 1);
        String[] taken = Stream.of(1, 2, 4)
                .map(n -> prefix + "%04d;samboradet;2020-01-01".formatted(number + n))
                .toArray(String[]::new);
        assertThat(run(file(HEADER, taken)).errors()).isEmpty();
        jdbc.sql("delete from counted_case where case_file is null").update();
        assertThat(List.of(cases.open("coach1", LocalDate.now(clock)), cases.open("coach1", LocalDate.now(clock))))
                .containsExactly(prefix + "%04d".formatted(number + 3), prefix + "%04d".formatted(number + 5));
    }

    @Test
    void theFirstNumberOfAYearCanBeTakenToo() {
        run(file(HEADER, "SB-1999-0001;samboradet;1999-01-01"));
        assertThat(jdbc.sql("select last from case_counter where programme = 'samboradet' and year = 1999")
                        .query(Integer.class)
                        .single())
                .isZero();
        jdbc.sql("delete from case_counter where year = 1999").update();
    }

    @Test
    void whileAnImportRunsAnotherOneIsRefused() {
        byte[] file = file(HEADER, "SB-2011-0001;samboradet;2011-02-01").getBytes(StandardCharsets.UTF_8);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('samsteg.import'))")
                    .query()
                    .listOfRows();
            Optional<?>[] second = new Optional<?>[1];
            Thread other = new Thread(() -> second[0] = imports.run(programme(), file, false));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(second[0]).isEmpty();
        });
        assertThat(stored()).isZero();
    }

    @Test
    void anExportOfRandomRowsThatIsImportedAgainChangesNothing() {
        Map<String, Set<String>> codes = columns.codes(programme());
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<ImportColumn> order = new ArrayList<>(columns.all());
            Collections.shuffle(order, random);
            String header = order.stream().map(ImportColumn::name).collect(Collectors.joining(";"));
            String[] made = IntStream.rangeClosed(1, 30)
                    .mapToObj(n -> order.stream()
                            .map(column -> cell(column, n, codes, random))
                            .collect(Collectors.joining(";")))
                    .toArray(String[]::new);
            ImportReport first = run(file(header, made));
            assertThat(first.errors()).as("seed %d", seed).isEmpty();
            assertThat(first.added() + first.changed() + first.unchanged()).isEqualTo(30);
            String exported = exported();
            ImportReport again = run(exported);
            assertThat(again.errors()).as("seed %d", seed).isEmpty();
            assertThat(again.unchanged()).as("seed %d", seed).isEqualTo(again.rows());
            assertThat(run(file(header, made)).unchanged()).as("seed %d", seed).isEqualTo(30);
            assertThat(exported()).isEqualTo(exported);
        }
    }

    /** Any cell that the column takes; dates never go back, and begin with a leap day now and then. */
    private static String cell(ImportColumn column, int n, Map<String, Set<String>> codes, Random random) {
        if (!column.required() && random.nextInt(3) == 0) {
            return "";
        }
        List<String> known = List.copyOf(codes.getOrDefault(column.name(), Set.of()));
        return switch (column.is()) {
            case CASE_NUMBER -> "SB-2008-%04d".formatted(n * 997);
            case PROGRAMME -> "samboradet";
            case NAME -> List.of("Å-grupp 1", "\"H/2011_a.\"", "7").get(random.nextInt(3));
            case YEAR -> String.valueOf(1940 + random.nextInt(50));
            case PERCENT -> String.valueOf(random.nextInt(101));
            case DATE ->
                LocalDate.of(2008, 2, 29)
                        .plusDays(400L * column.after().size())
                        .plusDays(random.nextInt(column.required() ? 1 : 300))
                        .toString();
            case CODE, YES_NO -> known.get(random.nextInt(known.size()));
            case CODES -> some(known, random);
            case EVENTS ->
                Stream.of(some(known, random).split("\\|"))
                        .map(code -> random.nextBoolean() ? code : code + "@2009-12-3" + random.nextInt(2))
                        .collect(Collectors.joining("|"));
        };
    }

    private static String some(List<String> codes, Random random) {
        List<String> shuffled = new ArrayList<>(codes);
        Collections.shuffle(shuffled, random);
        List<String> some = new ArrayList<>(shuffled.subList(0, 1 + random.nextInt(codes.size())));
        if (random.nextInt(4) == 0) {
            some.add(some.get(0));
        }
        return String.join("|", some);
    }

    @Test
    void tenThousandRowsAreTakenInUnderThirtySeconds() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((HEADER + ";taken_up_on;decision;called_on;exit_on;main_outcome;events\n")
                .getBytes(StandardCharsets.UTF_8));
        for (int n = 1; n <= 10_000; n++) {
            file.writeBytes(
                    "SB-2009-%04d;samboradet;2009-02-01;2009-03-01;admit;2009-03-01;2010-04-01;studies;cbt-begun@2009-05-01|cbt-done\n"
                            .formatted(n)
                            .getBytes(StandardCharsets.UTF_8));
        }
        long begun = System.nanoTime();
        assertThat(imports.run(programme(), file.toByteArray(), false)
                        .orElseThrow()
                        .added())
                .isEqualTo(10_000);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertThat(millis).isLessThan(30_000);
    }
}
