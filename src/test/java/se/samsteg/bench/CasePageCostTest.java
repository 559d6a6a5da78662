package se.samsteg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.desk.Visit;
import se.samsteg.form.FormTexts;
import se.samsteg.journey.World;

/** What the page of a case costs: as many statements for a long case as for a short one. */
@SamstegTest
@Import(Statements.class)
class CasePageCostTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Statements statements;

    @Autowired
    FormTexts texts;

    private record Referral(String reason) {}

    private record Talk(String outcome, String note) {}

    @Test
    void aLongCaseCostsNoMoreStatementsThanAShortOneAndAtMostTwenty() throws Exception {
        world.begin(MONDAY);
        String caseNumber = enrolled.open("coach1", MONDAY);
        enrolled.has(
                caseNumber,
                "referral-referral",
                texts.get("referral-referral").version(),
                new Referral("Behöver samordnat stöd"));
        talks(caseNumber, 10);
        Visit coach = new Visit(port).logIn("coach1");
        page(coach, caseNumber); // forms and models are read once

        List<String> ofTen = page(coach, caseNumber);
        talks(caseNumber, 990);
        List<String> ofThousand = page(coach, caseNumber);

        assertThat(ofThousand).hasSameSizeAs(ofTen);
        assertThat(ofTen).hasSizeLessThanOrEqualTo(20);
    }

    private void talks(String caseNumber, int many) {
        String version = texts.get("coaching-talk").version();
        for (int n = 0; n < many; n++) {
            world.passes(Period.ofDays(1));
            enrolled.has(caseNumber, "coaching-talk", version, new Talk("held", "Samtal"));
        }
    }

    private List<String> page(Visit coach, String caseNumber) throws Exception {
        ofTheSession(coach);
        return asked(coach, "camunda/api/samsteg/case/" + caseNumber);
    }

    /** Once a minute a session asks for the user's roles; with each request, whether the account is still open. */
    private List<String> ofTheSession(Visit coach) throws Exception {
        return asked(coach, "camunda/api/samsteg/landing");
    }

    private List<String> asked(Visit coach, String path) throws Exception {
        statements.sentSince();
        assertThat(coach.get(path).statusCode()).isIn(200, 204);
        return statements.sentSince().stream()
                .filter(statement -> !ofASession(statement))
                .toList();
    }

    private static boolean ofASession(String statement) {
        return statement.contains("ACT_ID_USER") && statement.contains("RES.ID_ = ?");
    }
}
