package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.desk.Visit.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.journey.World;
import se.samsteg.person.Persons;

/** Which cases and colleagues the running application suggests to whom. */
@SamstegTest
class SuggestionsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    CaseFiles cases;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    private Visit visit;
    private String open;
    private String closed;
    private String guarded;

    @BeforeEach
    void anOpenACloseAndAProtectedCaseOfOneCoachAndACaseOfAnother() {
        world.begin(MONDAY);
        visit = new Visit(port);
        open = enrolled.open("coach1", MONDAY);
        closed = enrolled.open("coach1", MONDAY);
        cases.close(closed, MONDAY);
        cases.close(enrolled.open("coach1", MONDAY), MONDAY.minusYears(1));
        guarded = enrolled.open("coach1", MONDAY);
        persons.protect(guarded);
        enrolled.open("coach2", MONDAY);
    }

    private HttpResponse<byte[]> asked(String what) throws IOException, InterruptedException {
        return visit.get("camunda/api/samsteg/" + what);
    }

    private JsonNode casesOf(String user) throws IOException, InterruptedException {
        visit.logIn(user);
        var answer = asked("cases");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
        return new JsonMapper().readTree(answer.body());
    }

    private List<String> numbersOf(String user) throws IOException, InterruptedException {
        return casesOf(user).findValuesAsText("caseNumber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "staff"})
    void anUnauthenticatedRequestIsRefusedAndNotCached(String what) throws Exception {
        var answer = asked(what);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(text(answer)).startsWith("{\"type\":\"Refused\",");
        assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
    }

    @Test
    void theCoachChoosesAmongOwnCasesOfTheYearByNameButNotByAProtectedOne() throws Exception {
        assertThat(casesOf("coach1")).isEqualTo(new JsonMapper().readTree("""
                [{"caseNumber": "%s", "label": "Åsa Öberg"},
                 {"caseNumber": "%s", "label": "Åsa Öberg, avslutat"},
                 {"caseNumber": "%s", "label": "Skyddade personuppgifter"}]""".formatted(open, closed, guarded)));
    }

    @Test
    void theLeadChoosesAmongAllAndTheCaseworkerAmongOwnThatAreNotProtected() throws Exception {
        assertThat(numbersOf("projektledare1")).hasSize(4).contains(open, closed, guarded);
        assertThat(numbersOf("handlaggare.fk")).hasSize(2).contains(open).doesNotContain(guarded);
        assertThat(numbersOf("handlaggare.af")).isEmpty();
    }

    @Test
    void theDeputyChoosesAmongTheCoachsWhileTheCoachIsAway() throws Exception {
        assertThat(numbersOf("coach2")).hasSize(1);
        jdbc.sql("insert into staff_absence values (?, 'coach1', ?, ?, 'coach2')")
                .params(UUID.randomUUID(), MONDAY, MONDAY.plusDays(1))
                .update();

        assertThat(numbersOf("coach2")).hasSize(4).contains(open, closed, guarded);
    }

    @Test
    void theGroupsLeadersChooseAmongItsMembers() throws Exception {
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, second_leader, place,
                        first_day, weekdays, starts_at, planned, maximum)
                        values ('G-1', 'samboradet', 'halsogrupp', false, 'gruppcoach1', 'gruppcoach2', 'Huset', ?, 'monday', '09:00', 5, 5)
                        """).param(MONDAY).update();
        for (String member : List.of(open, guarded)) {
            jdbc.sql("""
                            insert into group_place (id, case_number, programme, type, waiting_since, group_number, seat, placed_on)
                            select gen_random_uuid(), ?, 'samboradet', 'halsogrupp', now(), 'G-1', count(*) + 1, ? from group_place
                            """).params(member, MONDAY).update();
        }

        assertThat(numbersOf("gruppcoach1")).containsExactly(open);
        assertThat(numbersOf("gruppcoach2")).containsExactly(open);
    }

    @ParameterizedTest
    @CsvSource({"coach1, 200", "gruppcoach1, 200", "handlaggare.fk, 403", "ledamot.soc, 403", "konsulent1, 403"})
    void staffIsSuggestedToThoseWhoNameColleagues(String user, int status) throws Exception {
        visit.logIn(user);

        var answer = asked("staff");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Cache-Control")).contains("no-store");
        if (status == 200) {
            assertThat(new JsonMapper().readTree(answer.body()).findValuesAsText("user"))
                    .contains("coach1", "coach2", "gruppcoach2", "konsulent1", "projektledare1")
                    .doesNotContain("handlaggare.fk", "ledamot.soc", "admin")
                    .doesNotHaveDuplicates();
        } else {
            assertThat(text(answer)).contains("Du får inte göra det här.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"projektledare1", "admin"})
    void allMembersAreSuggestedToThoseWhoRegisterThem(String user) throws Exception {
        visit.logIn(user);

        assertThat(new JsonMapper().readTree(asked("staff").body()).findValuesAsText("user"))
                .contains("coach1", "handlaggare.fk", "ledamot.soc", "styrgrupp1", "admin")
                .doesNotHaveDuplicates();
    }
}
