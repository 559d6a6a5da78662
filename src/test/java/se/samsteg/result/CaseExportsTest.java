package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.desk.Visit.text;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.desk.Visit;
import se.samsteg.journey.World;

/** Rows that come in and leave over HTTP, as the lead's browser asks for them. */
@SamstegTest
class CaseExportsTest {

    private static final String FILE = """
            case_number;programme;referred_on;authority;unit;sex;birth_year;taken_up_on;decision;called_on;exit_on;cohort;events
            SB-2011-0001;samboradet;2011-01-10;soc;ekonomiskt-bistand;woman;1980;2011-02-01;admit;2011-02-01;2011-07-01;K1;cbt-done@2011-03-01
            SB-2011-0002;samboradet;2011-01-10;soc;ekonomiskt-bistand;woman;1990;2011-02-01;admit;2011-02-01;;K1;
            SB-2011-0003;samboradet;2011-01-10;soc;ekonomiskt-bistand;man;1970;2011-02-01;admit;2011-02-28;;K1;
            SB-2011-0004;samboradet;2011-01-10;soc;ekonomiskt-bistand;man;;2011-02-01;recommend;;;K2;
            SB-2011-0005;samboradet;2011-01-10;soc;ekonomiskt-bistand;man;;2011-02-01;recommend;;;K2;
            SB-2011-0006;samboradet;2011-01-10;af;af-botkyrka;man;;2011-02-01;recommend;;;;
            """;

    private static final String IMPORT = "camunda/api/samsteg/import?programme=samboradet";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportedRetention retention;

    private Visit lead;

    @Autowired
    World world;

    @BeforeEach
    void theLeadHasImported() throws Exception {
        world.begin(LocalDate.now());
        lead = new Visit(port).logIn("projektledare1");
        lead.get("camunda/app/welcome/default/");
        var answer = lead.send("POST", IMPORT, "text/csv", FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(new JsonMapper().readTree(answer.body()).toString())
                .isEqualTo("{\"rows\":6,\"new\":6,\"changed\":0,\"unchanged\":0,\"errors\":[],\"moreErrors\":0}");
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
        jdbc.sql("delete from taken_number").update();
    }

    private List<String> rows(String address) throws Exception {
        return text(lead.get("camunda/api/samsteg/" + address)).lines().toList();
    }

    @Test
    void casesComeBackInTheImportsColumns() throws Exception {
        assertThat(rows("cases.csv?programme=samboradet"))
                .startsWith(
                        "case_number;programme;referred_on;authority;unit;sex;birth_year;taken_up_on;decision;joint_plan;called_on;enrolled_on;exit_on;ground;main_outcome;secondary_outcomes;health_at_exit;health_missing_reason;self_support_at_exit;cohort;cohort_from;cohort_to;livelihood_before;livelihood_after;occupation_before;occupation_after;work_percent_before;work_percent_after;sick_leave_percent_before;sick_leave_percent_after;events;follow_up_on;follow_up_occupation;follow_up_livelihood;follow_up_health",
                        "SB-2011-0001;samboradet;2011-01-10;soc;ekonomiskt-bistand;woman;1980;2011-02-01;admit;;2011-02-01;;2011-07-01;;;;;;;K1;;;;;;;;;;;cbt-done@2011-03-01;;;;");
    }

    @Test
    void anEvaluatorGetsNoNumberNoDayAndNoUnitOrCohortOfFew() throws Exception {
        assertThat(lead.get("camunda/api/samsteg/evaluator.csv?programme=samboradet")
                        .statusCode())
                .isEqualTo(400);
        List<String> rows = rows("evaluator.csv?programme=samboradet&disclosureDecided=true");
        assertThat(rows.get(0)).startsWith("programme;referred_on;authority;unit;sex;age;taken_up_on");
        assertThat(rows).hasSize(7).noneMatch(row -> row.contains("SB-") || row.matches(".*\\d{4}-\\d{2}-.*"));
        assertThat(rows).filteredOn(row -> row.contains("ekonomiskt-bistand")).hasSize(5);
        assertThat(rows).noneMatch(row -> row.contains("af-botkyrka") || row.contains(";K1;"));
        assertThat(rows)
                .anyMatch(row -> row.startsWith("samboradet;2011-H1;soc;ekonomiskt-bistand;woman;25-34;2011-H1;admit;")
                        && row.contains("cbt-done@2011-H1"));
    }

    @Test
    void nationalCountsAreOfEachMonthAndSex() throws Exception {
        assertThat(rows("national.csv?programme=samboradet&year=2011"))
                .startsWith("programme;year;month;effort;sex;new;ongoing;ended")
                .contains(
                        "samboradet;2011;2;SamBorådet;woman;2;2;0",
                        "samboradet;2011;2;SamBorådet;man;1;1;0",
                        "samboradet;2011;7;SamBorådet;woman;0;1;1",
                        "samboradet;2011;1;SamBorådet;man;0;0;0");
    }

    @Test
    void eachFileIsARowInTheLogAndAnotherAssociationsProgrammeIsNotFound() throws Exception {
        for (String file : List.of("cases.csv", "national.csv")) {
            assertThat(lead.get("camunda/api/samsteg/" + file + "?programme=ama")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(lead.send("POST", "camunda/api/samsteg/import?programme=ama", "text/csv", new byte[0])
                        .statusCode())
                .isEqualTo(404);
        String last = "select what from log.access_log where user_id = 'projektledare1' order by id desc limit 1";
        rows("cases.csv?programme=samboradet");
        assertThat(jdbc.sql(last).query(String.class).single()).isEqualTo("case-rows");
        rows("evaluator.csv?programme=samboradet&disclosureDecided=true");
        assertThat(jdbc.sql(last).query(String.class).single()).isEqualTo("evaluator-rows");
        rows("national.csv?programme=samboradet");
        assertThat(jdbc.sql(last).query(String.class).single()).isEqualTo("national-counts");
        lead.send("POST", IMPORT + "&dryRun=true", "text/csv", new byte[0]);
        assertThat(jdbc.sql(last).query(String.class).single()).isEqualTo("import");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        var answer = lead.send("POST", IMPORT, "text/csv", new byte[21 * 1024 * 1024]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(text(answer)).contains("för stort");
    }

    @Test
    void anImportedCaseIsErasedWhenItIsOldAndItsYearsAreFrozen() {
        LocalDate day = LocalDate.of(2011, 6, 30);
        retention.eraseUnnamed("samboradet", day);
        assertThat(left()).isEqualTo(6);
        retention.erase("samboradet", day, List.of(2010));
        assertThat(left()).isEqualTo(6);
        retention.erase("ama", day, List.of(2011));
        assertThat(left()).isEqualTo(6);
        retention.erase("samboradet", day, List.of(2011));
        assertThat(left()).isEqualTo(1);
        retention.erase("samboradet", LocalDate.of(2011, 7, 1), List.of(2011));
        assertThat(left())
                .as("it is due in the figures of the year after the exit")
                .isEqualTo(1);
        retention.erase("samboradet", LocalDate.of(2011, 7, 1), List.of(2011, 2012));
        assertThat(left()).isZero();
    }

    private int left() {
        return jdbc.sql("select count(*) from counted_case where case_file is null")
                .query(Integer.class)
                .single();
    }
}
