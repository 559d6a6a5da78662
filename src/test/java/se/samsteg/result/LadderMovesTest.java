package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;

/** From which step of the ladder to which a case went. */
@SamstegTest
class LadderMovesTest {

    private static final String CASE = "SB-2010-9001";

    @Autowired
    LadderMoves moves;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aCase() {
        gone();
        jdbc.sql(
                        "insert into counted_case (case_number, programme, referred_on) values (?, 'samboradet', '2011-01-03')")
                .param(CASE)
                .update();
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case").update();
    }

    private void step(String code, String from, @Nullable String until) {
        jdbc.sql("""
                        insert into counted_event (case_number, kind, code, happened_on, until)
                        values (?, 'step', ?, ?::date, ?::date)""").params(CASE, code, from, until).update();
    }

    private List<String> counted() {
        return moves.of(new Selection("samboradet", Period.year(2011), Map.of(), null)).stream()
                .map(CountedCases.Ended::code)
                .sorted()
                .toList();
    }

    @Test
    void ofDecisionsOnOneDayEachGoesToTheNext() {
        step("prerehab", "2011-03-01", "2011-05-02");
        step("workplace", "2011-05-02", "2011-05-02");
        step("orientation", "2011-05-02", "2011-05-02");
        step("studies", "2011-05-02", null);

        assertThat(counted()).containsExactly("orientation>studies", "prerehab>workplace", "workplace>orientation");
    }

    @Test
    void aDecisionToLeaveIsNoStepThatIsLeftAgain() {
        step("workplace", "2011-03-01", "2011-05-02");
        step("exit", "2011-05-02", "2011-06-01");

        assertThat(counted()).containsExactly("workplace>exit");
    }

    @Test
    void oneWhoLeavesWithoutADecisionLeavesWithTheExit() {
        step("workplace", "2011-03-01", "2011-06-01");

        assertThat(counted()).containsExactly("workplace>exit");
    }
}
