package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.journey.World;

/** The results as lead, steering group and others get them: interface, page and files. */
@SamstegTest
class ResultPageTest {

    private static final String YEAR = "programme=samboradet&from=2011-01-01&to=2011-12-31";
    private static final String RESULTS = "camunda/api/samsteg/results";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identity;

    @TempDir
    Path folder;

    @Autowired
    World world;

    @Autowired
    AnnualAccounts annual;

    /** 23 exits: 2 with better health, 10 with the same, 7 with worse, 4 not measured. */
    @BeforeEach
    void theYear() {
        world.begin(LocalDate.of(2026, 11, 23));
        for (int i = 1; i <= 23; i++) {
            jdbc.sql("""
                            insert into counted_case (case_number, programme, referred_on, authority, sex, taken_up_on, decision,
                              joint_plan, called_on, exit_on, main_outcome, health_at_exit, health_missing_reason)
                            values (?, 'samboradet', '2010-02-01', 'soc', 'woman', '2010-03-01', 'admit', true, '2010-03-01',
                              ?, ?, ?, ?)""")
                    .params(
                            "SB-2010-9%03d".formatted(i),
                            LocalDate.of(2011, 1 + i % 12, 1),
                            i <= 7 ? "regular-work" : "other-authority",
                            i <= 2 ? "better" : i <= 12 ? "same" : i <= 19 ? "worse" : null,
                            i <= 19 ? null : "unreachable")
                    .update();
        }
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
        jdbc.sql("delete from frozen_figure").update();
        jdbc.sql("delete from frozen_text").update();
        jdbc.sql("delete from frozen_year").update();
    }

    private HttpResponse<byte[]> get(String user, String path) throws IOException, InterruptedException {
        return new Visit(port).logIn(user).get(path);
    }

    private JsonNode figure(String user, String id) throws IOException, InterruptedException {
        JsonNode answer =
                new ObjectMapper().readTree(get(user, RESULTS + "?" + YEAR).body());
        for (JsonNode figure : answer.path("figures")) {
            if (figure.path("id").asText().equals(id)) {
                return figure;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void theLeadReadsEveryCount() throws Exception {
        assertThat(figure("projektledare1", "goal1").path("count").asInt()).isEqualTo(2);
        assertThat(figure("projektledare1", "goal1").path("missing").asInt()).isEqualTo(4);
    }

    @Test
    void theSteeringGroupReadsNoCountOfOneToFour() throws Exception {
        JsonNode goal = figure("styrgrupp1", "goal1");
        assertThat(goal.path("withheld").asBoolean()).isTrue();
        assertThat(goal.path("count").isNull()).isTrue();
        assertThat(goal.path("percent").isNull()).isTrue();
        assertThat(goal.path("missing").isNull()).isTrue();
        assertThat(goal.path("parts").path(1).path("count").asInt()).isEqualTo(10);
        assertThat(goal.path("parts").path(2).path("withheld").asBoolean()
                        || goal.path("of").isNull())
                .isTrue();
        assertThat(figure("styrgrupp1", "goal2").path("count").asInt()).isEqualTo(7);
        assertThat(figure("styrgrupp1", "goal2").path("percent").asInt()).isEqualTo(30);
    }

    @Test
    void noTableIsPublishedOfAnyDaysOrOfTwoFilters() throws Exception {
        String other = RESULTS + "?programme=samboradet&from=2011-01-02&to=2011-12-31";
        assertThat(get("styrgrupp1", other).statusCode()).isEqualTo(400);
        assertThat(get("projektledare1", other).statusCode()).isEqualTo(200);
        assertThat(get("styrgrupp1", RESULTS + "?" + YEAR + "&sex=woman&by=age").statusCode())
                .isEqualTo(400);
        assertThat(get("styrgrupp1", RESULTS + "?" + YEAR + "&by=sex").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefusedRequestSaysWhy() throws Exception {
        assertThat(Visit.text(get("projektledare1", RESULTS + "?programme=samboradet&from=2011-12-31&to=2011-01-01")))
                .contains("Perioden slutar innan den börjar.");
        assertThat(Visit.text(get("projektledare1", RESULTS + ".csv?" + YEAR + "&by=weight")))
                .contains("Resultatet kan inte delas upp efter det.");
        assertThat(Visit.text(get("styrgrupp1", RESULTS + ".xlsx?" + YEAR + "&sex=woman&by=age")))
                .contains("ett urval eller en uppdelning åt gången");
    }

    @Test
    void othersReadNoResults() throws Exception {
        assertThat(get("coach1", RESULTS + "?" + YEAR).statusCode()).isEqualTo(403);
        assertThat(get("coach1", RESULTS + ".html").statusCode()).isEqualTo(403);
        assertThat(get("sthlm.projektledare1", RESULTS + "?" + YEAR).statusCode())
                .isEqualTo(404);
        assertThat(get("sthlm.chef1", RESULTS + "?programme=ama&from=2011-01-01&to=2011-12-31&unit=bromma")
                        .statusCode())
                .isEqualTo(403);
    }

    /** A role is the user's, and not the association's: a lead of one would be lead of the other. */
    @Test
    void anAccountOfTwoAssociationsReadsTheResultsOfNeither() throws Exception {
        identity.createTenantUserMembership("stockholm", "projektledare1");
        try {
            Visit both = new Visit(port).logIn("projektledare1");
            for (String programme : List.of("samboradet", "ama")) {
                for (String path : List.of(
                        "results?programme=%s&from=2011-01-01&to=2011-12-31",
                        "results.csv?programme=%s&from=2011-01-01&to=2011-12-31",
                        "missing?programme=%s&from=2011-01-01&to=2011-12-31",
                        "cases.csv?programme=%s",
                        "annual-report?programme=%s&year=2011")) {
                    assertThat(both.get("camunda/api/samsteg/" + path.formatted(programme))
                                    .statusCode())
                            .as("%s of %s", path, programme)
                            .isEqualTo(404);
                }
            }
        } finally {
            identity.deleteTenantUserMembership("stockholm", "projektledare1");
        }
        assertThat(get("projektledare1", RESULTS + "?" + YEAR).statusCode()).isEqualTo(200);
    }

    @Test
    void thePageHasATableBehindEachChart() throws Exception {
        HttpResponse<byte[]> page = get("styrgrupp1", RESULTS + ".html?programme=samboradet&period=2025&by=&from=&to=");
        String html = Visit.text(page);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(html).contains("<h2 id=\"h-goals\">Mål</h2>", "Avslutade", "Källor: ");
        Pattern.compile("data-table=\"([^\"]+)\"").matcher(html).results().forEach(chart -> assertThat(html)
                .contains("<table id=\"" + chart.group(1) + "\""));
        assertThat(get("styrgrupp1", ResultPage.CHART.substring(1)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theAddressKeepsWhatIsChosen() throws Exception {
        String html = Visit.text(get(
                "projektledare1",
                RESULTS + ".html?programme=samboradet&period=2011&compare=2011-H1&sex=woman&by=authority&frozen="));

        assertThat(html)
                .contains(
                        "<option value=\"2011\" selected=\"selected\">2011</option>",
                        "<option value=\"2011-H1\" selected=\"selected\">2011, halvår 1</option>",
                        "<option value=\"woman\" selected=\"selected\">Kvinna</option>",
                        "<option value=\"authority\" selected=\"selected\">Remitterande myndighet</option>",
                        "Bara Kön: Kvinna",
                        "colspan=\"6\">2011, halvår 1</th>",
                        "results.csv?programme=samboradet&amp;from=2011-01-01&amp;to=2011-12-31&amp;sex=woman&amp;by=authority\"");
    }

    /** What is wrong is said at its field, and nothing is read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "projektledare1|from=2011-13-01&to=2011-12-31|from|Ange både första och sista dagen",
                "projektledare1|from=2011-01-01|to|Ange både första och sista dagen",
                "projektledare1|from=2011-02-01&to=2011-01-01|to|Perioden slutar innan den börjar.",
                "projektledare1|period=2011&compareFrom=2011-02-01&compareTo=2011-01-01|compareTo|Perioden slutar",
                "projektledare1|period=2011&from=2011-01-01&to=2011-01-31|period|Välj antingen en period eller egna datum.",
                "projektledare1|period=2011-Q5|period|Välj en period i listan.",
                "projektledare1|period=2011&age=19|age|Välj ett värde i listan.",
                "projektledare1|period=2011&by=name|by|Resultatet kan inte delas upp efter det.",
                "styrgrupp1|period=2011&sex=woman&by=age|by|Resultatet visas för ett urval eller en uppdelning åt gången.",
                "styrgrupp1|period=2011&compare=2099|compare|Resultatet visas för hela kvartal, halvår och år som är slut.",
            })
    void whatIsWrongIsSaidAtItsField(String user, String query, String field, String said) throws Exception {
        HttpResponse<byte[]> page = get(user, RESULTS + ".html?programme=samboradet&" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Visit.text(page))
                .containsPattern("name=\"" + field + "\"[^>]* aria-invalid=\"true\" aria-describedby=\"fault\"")
                .containsPattern("<span class=\"fault\" role=\"alert\" id=\"fault\">" + said)
                .doesNotContain("<table");
    }

    @Test
    void aUnitManagerChoosesAmongNoUnitsOfOthers() throws Exception {
        String html = Visit.text(get("sthlm.chef1", RESULTS + ".html"));

        assertThat(html).contains("Hässelby-Vällingby stadsdelsförvaltning").doesNotContain("Bromma", "value=\"unit\"");
    }

    /** The lead chooses; the others read a signed year as it was signed, on the page and in files, and nothing of the lead's. */
    @Test
    void aSignedYearIsPublishedAsItWasSigned() throws Exception {
        for (int version : new int[] {1, 2}) {
            world.as("projektledare1", () -> {
                annual.sign(new AnnualAccounts.Signing(
                        "samboradet", 2011, version, version == 1 ? null : "Ett utfall var fel", null));
                return null;
            });
        }
        jdbc.sql("update counted_case set main_outcome = 'regular-work' where case_number <= 'SB-2010-9017'")
                .update();
        String page = RESULTS + ".html?programme=samboradet&period=2011&frozen=";
        assertThat(get(
                                "projektledare1",
                                RESULTS + ".csv?programme=samboradet&from=2010-01-01&to=2010-12-31&frozen=true")
                        .statusCode())
                .isEqualTo(404);

        String steering = Visit.text(get("styrgrupp1", page));
        assertThat(steering).contains("som det fastställdes", "version 2").doesNotContain("Ett utfall var fel");
        assertThat(steering).containsPattern("Arbete, studier eller arbetssökande vid avslut</th>\\s*<td>7</td>");
        assertThat(Visit.text(get("styrgrupp1", RESULTS + ".csv?" + YEAR)))
                .contains("goal2;Arbete, studier eller arbetssökande vid avslut;figure;;;7;23;30;");
        String today = Visit.text(get("projektledare1", page));
        assertThat(today).contains("Året är fastställt och kan visas som det fastställdes.");
        assertThat(today).containsPattern("Arbete, studier eller arbetssökande vid avslut</th>\\s*<td>17</td>");
        String signed = Visit.text(get("projektledare1", page + "true"));
        assertThat(signed).contains("Ett utfall var fel", "Svar som har rättats efteråt: 0", "frozen=true\">PDF");
        assertThat(signed).containsPattern("Arbete, studier eller arbetssökande vid avslut</th>\\s*<td>7</td>");
        assertThat(Visit.text(get("projektledare1", RESULTS + ".csv?" + YEAR + "&frozen=true")))
                .contains(";7;23;30;");
        assertThat(figure("styrgrupp1", "goal2").path("count").asInt()).isEqualTo(7);
    }

    /** What the parts of a signed year add up to, less what was signed, would be the correction. */
    @Test
    void partsOfASignedYearAreReadUntilACountIsAnother() throws Exception {
        world.as("projektledare1", () -> {
            annual.sign(new AnnualAccounts.Signing("samboradet", 2011, 1, null, null));
            return null;
        });
        String half = RESULTS + "?programme=samboradet&from=2011-01-01&to=2011-06-30";
        String quarter = RESULTS + ".csv?programme=samboradet&from=2011-01-01&to=2011-03-31";
        assertThat(get("styrgrupp1", half).statusCode()).isEqualTo(200);
        assertThat(get("styrgrupp1", quarter + "&sex=woman").statusCode()).isEqualTo(200);

        jdbc.sql("update counted_case set sex = 'man' where case_number = 'SB-2010-9017'")
                .update();
        assertThat(get("styrgrupp1", half).statusCode()).as("no sex is told").isEqualTo(200);
        assertThat(get("styrgrupp1", half + "&by=sex").statusCode()).isEqualTo(400);
        assertThat(get("styrgrupp1", quarter + "&sex=woman").statusCode()).isEqualTo(400);

        jdbc.sql("update counted_case set main_outcome = 'regular-work' where case_number = 'SB-2010-9017'")
                .update();
        assertThat(get("styrgrupp1", half).statusCode()).isEqualTo(400);
        assertThat(Visit.text(get("styrgrupp1", RESULTS + ".html?programme=samboradet&period=2011-Q1")))
                .contains("Året är fastställt och siffrorna har ändrats sedan dess.")
                .doesNotContain("<table");
        assertThat(get("styrgrupp1", RESULTS + "?" + YEAR).statusCode()).isEqualTo(200);
        assertThat(get("projektledare1", half).statusCode()).isEqualTo(200);

        world.as("projektledare1", () -> {
            annual.sign(new AnnualAccounts.Signing("samboradet", 2011, 2, "Ett utfall var fel", null));
            return null;
        });
        assertThat(get("styrgrupp1", half + "&by=sex").statusCode()).isEqualTo(200);
    }

    /** What was noted is still to be counted after the steering group has read the signed year. */
    @Test
    void aSignedYearIsNotCountedAnewForThoseWhoReadWhatWasSigned() throws Exception {
        world.as("projektledare1", () -> {
            annual.sign(new AnnualAccounts.Signing("samboradet", 2011, 1, null, null));
            return null;
        });
        UUID person = UUID.randomUUID();
        jdbc.sql("""
                        insert into person (id, no_number_reason, birth_date, first_name, last_name, sex, municipality, tenant)
                        values (?, 'asylsökande', '1980-05-01', 'Annegret', 'Snodropp', 'woman', 'Botkyrka', 'botkyrka')""").param(person).update();
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on)
                        values ('SB-2026-8001', 'samboradet', ?, 'handlaggare.fk', 'fk', '2026-03-02')""").param(person).update();
        jdbc.sql("insert into changed_case (case_number) values ('SB-2026-8001')")
                .update();

        assertThat(get("styrgrupp1", RESULTS + "?" + YEAR + "&by=sex").statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from changed_case where case_number = 'SB-2026-8001'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("delete from case_file where case_number = 'SB-2026-8001'").update();
    }

    @Test
    void theFilesSayWhatTheTablesSay() throws Exception {
        String csv = Visit.text(get("styrgrupp1", RESULTS + ".csv?" + YEAR));
        assertThat(csv.lines().findFirst()).contains(String.join(";", ResultFiles.HEADER));
        assertThat(csv).contains("goal1;Bättre hälsa vid avslut;part;same;", ";10;;");
        assertThat(csv.lines().filter(line -> line.startsWith("goal1;") && line.contains(";better;")))
                .singleElement()
                .asString()
                .endsWith(";;;;;true");
        String exact = Visit.text(get("projektledare1", RESULTS + ".csv?" + YEAR));
        assertThat(exact)
                .contains("goal1;Bättre hälsa vid avslut;figure;;;2;19;11;4;0;50;\r\n")
                .contains("exits.total;Avslutade;figure;;;23;;;0;0;;\r\n");
        String spanning =
                Visit.text(get("projektledare1", RESULTS + ".csv?programme=samboradet&from=2010-07-01&to=2011-12-31"));
        assertThat(spanning)
                .contains(";target;2010-07-01/2010-12-31;;0;0;;;;40;", ";target;2011-01-01/2011-12-31;;2;19;11;;;50;");
        assertThat(sheet(get("projektledare1", RESULTS + ".xlsx?" + YEAR).body()))
                .contains("<v>19</v>", "<row r=\"150\"");
        try (var pdf =
                Loader.loadPDF(get("styrgrupp1", RESULTS + ".pdf?" + YEAR).body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Resultat: SamBorådet", "7 av 23, 30 %");
        }
        try (var pdf = Loader.loadPDF(get("projektledare1", RESULTS + ".pdf?" + YEAR + "&sex=woman&authority=soc")
                .body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Som det är i dag.", "Bara Kön: Kvinna", "Bara Remitterande myndighet: Socialtjänsten");
        }
        assertThat(jdbc.sql("select count(*) from log.access_log where what = 'results-export' and denied is null")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    private String sheet(byte[] workbook) throws IOException {
        try (ZipFile zip = new ZipFile(
                Files.write(folder.resolve("results.xlsx"), workbook).toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    @Test
    void aTextThatBeginsAsAFormulaIsNone() {
        for (String text : new String[] {"=1+1", "+1", "-1", "@a", "\ta", "\ra"}) {
            assertThat(ResultFiles.harmless(text)).isEqualTo("'" + text);
        }
        assertThat(ResultFiles.harmless("Bättre")).isEqualTo("Bättre");
    }
}
