package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Visit;
import se.samsteg.form.MailAddress;
import se.samsteg.journey.World;

/**
 * What no browser sends, sent by a user with the right: to a process that is started and to a task that is done. Every
 * field of every form is spoilt in {@code EveryFormTest}; here the whole way through the web is walked.
 */
@SamstegTest
class HostileRequestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String HTML = "<img src=x onerror=alert(1)><script>alert(1)</script> ${probe} #{1+1} =1+1";

    private static final String PROFILE = "camunda/api/engine/engine/default/user/coach1/profile";

    @Autowired
    World world;

    @Autowired
    EnrolledCase cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService models;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Visit coach;
    private String caseNumber;
    private String start;
    private String talk;

    @BeforeEach
    void aCoachWithATask() throws Exception {
        world.begin(TODAY);
        caseNumber = cases.open("coach1", TODAY);
        runtime.startProcessInstanceByKey("coaching", caseNumber, Map.of("caseNumber", caseNumber));
        String engine = "camunda/api/engine/engine/default/";
        String measure = models.createProcessDefinitionQuery()
                .processDefinitionKey("measure")
                .latestVersion()
                .singleResult()
                .getId();
        start = engine + "process-definition/" + measure.replace(":", "%3A") + "/submit-form";
        talk = engine + "task/"
                + tasks.createTaskQuery()
                        .taskDefinitionKey("userTask_holdTalk")
                        .singleResult()
                        .getId()
                + "/submit-form";
        coach = new Visit(port).logIn("coach1");
        coach.get("camunda/app/tasklist/default/");
    }

    /** A promise as the form has it, with something else for what was promised: JSON, with its quotation marks. */
    private String promise(String promised) {
        return variables("""
                "caseNumber": {"value": "%s"}, "kind": {"value": "psychologist"}, "promised": {"value": %s},
                "promisedBy": {"value": "region"}, "promisedFor": {"value": "2026-10-01"}
                """.formatted(caseNumber, promised));
    }

    private static String variables(String all) {
        return "{\"variables\": {" + all + "}}";
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("NUL", "\"a\\u0000b\""),
                Arguments.of("a control character", "\"a\\u0007b\""),
                Arguments.of("half a character", "\"\\ud83d\""),
                Arguments.of("5 MB", '"' + "x".repeat(5 << 20) + '"'),
                Arguments.of("longer than the form allows", '"' + "x".repeat(100_000) + '"'),
                Arguments.of("a list", "[\"a\"]"),
                Arguments.of("an object", "{\"a\": 1}"),
                Arguments.of("a number", "12"),
                Arguments.of("a number without end", "1e400"),
                Arguments.of("not a number", "NaN"),
                Arguments.of("ten thousand levels", "[".repeat(10_000) + "]".repeat(10_000)),
                Arguments.of("nothing", "null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedAndNothingIsStored(String what, String value) throws Exception {
        Map<String, Long> before = rows();
        isRefused(coach.post(start, promise(value)));
        isRefused(coach.post(talk, variables("\"note\": {\"value\": " + value + "}")));
        assertThat(rows()).as(what).isEqualTo(before);
    }

    @Test
    void tenThousandFieldsAreRefusedAndNothingIsStored() throws Exception {
        Map<String, Long> before = rows();
        String many = IntStream.range(0, 10_000)
                .mapToObj(n -> "\"k%d\": {\"value\": \"x\"}".formatted(n))
                .collect(Collectors.joining(","));
        isRefused(coach.post(start, variables(many)));
        isRefused(coach.post(talk, variables(many)));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aTypeThatIsNoTextIsRefusedAndNothingIsStored() throws Exception {
        Map<String, Long> before = rows();
        for (String type : new String[] {"Object", "Bytes", "File", "Xml", "Json", "Null", "Unknown"}) {
            isRefused(coach.post(start, promise("\"a\", \"type\": \"" + type + "\"")));
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatLooksLikeCodeIsTextAndStaysAsItWasTyped() throws Exception {
        var answer = coach.post(start, promise('"' + HTML + '"'));
        assertThat(answer.statusCode()).as(Visit.text(answer)).isEqualTo(200);
        assertThat(jdbc.sql("select promised from measure").query(String.class).single())
                .endsWith(HTML);
    }

    @Test
    void anAddressThatWouldWriteAHeaderOrBeTwoIsRefusedAndNothingIsStored() throws Exception {
        String before = address();
        for (String address : new String[] {
            "coach1@botkyrka.example\\r\\nBcc: nosy@evil.example",
            "coach1@botkyrka.example\\nSubject: else",
            "coach1@botkyrka.example, nosy@evil.example",
            "Coach <nosy@evil.example>",
            "no address",
            "a\\u0000@b.example",
            "åsa@b.example",
            "coach1@b..example",
            "x".repeat(300) + "@b.example"
        }) {
            isRefused(coach.send("PUT", PROFILE, profile("Maria", address)));
            assertThat(address()).as(address).isEqualTo(before);
        }
        isRefused(coach.send("PUT", PROFILE, profile("Maria\\r\\nBcc: nosy@evil.example", before)));
        assertThat(coach.send("PUT", PROFILE, profile("Maria", before)).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aLetterToADomainWithSwedishLettersGoesToItsAsciiName() throws Exception {
        String before = address();
        assertThat(coach.send("PUT", PROFILE, profile("Maria", "maria@räksmörgås.example"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(MailAddress.sendable(address())).isEqualTo("maria@xn--rksmrgs-5wao1o.example");
        assertThat(coach.send("PUT", PROFILE, profile("Maria", before)).statusCode())
                .isEqualTo(204);
    }

    private static String profile(String firstName, String address) {
        return "{\"id\": \"coach1\", \"firstName\": \"%s\", \"lastName\": \"Ekström\", \"email\": \"%s\"}"
                .formatted(firstName, address);
    }

    private String address() {
        return jdbc.sql("select email_ from act_id_user where id_ = 'coach1'")
                .query(String.class)
                .single();
    }

    private static void isRefused(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(Visit.text(answer)).isBetween(400, 499);
    }

    private Map<String, Long> rows() {
        return Stream.of("fact", "measure", "letter", "act_ru_execution", "act_ru_variable", "act_ge_bytearray")
                .collect(Collectors.toMap(table -> table, table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }
}
