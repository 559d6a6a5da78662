package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.form.Forms;
import se.samsteg.journey.World;
import se.samsteg.person.Persons;
import se.samsteg.person.Redaction;

/** A transaction reads the facts of a case and kind once, and anew after each way in which it can change them. */
@SamstegTest
class ReadFactsTest {

    private static final String KIND = "conference-completion";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Facts facts;

    @Autowired
    Corrections corrections;

    @Autowired
    FactConcealment concealment;

    @Autowired
    Erasure erasure;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String caseNumber;

    private record Said(String completion) {}

    @BeforeEach
    void aCaseWithAFact() {
        world.begin(DAY);
        caseNumber = enrolled.open("coach1", DAY.plusWeeks(1));
        say("Läkarintyg från Åsa Öberg");
    }

    @Test
    void transactionReadsAFactOnce() {
        in(() -> {
            assertThat(said()).containsExactly("Läkarintyg från Åsa Öberg");
            behindTheBack("update fact set content = '{\"completion\": \"Annat\"}' where case_number = ?");
            assertThat(said()).containsExactly("Läkarintyg från Åsa Öberg");
        });
        assertThat(said()).as("without a transaction").containsExactly("Annat");
        behindTheBack("update fact set content = '{\"completion\": \"Tredje\"}' where case_number = ?");
        assertThat(said()).as("without a transaction").containsExactly("Tredje");
        in(() -> assertThat(said()).as("in the next").containsExactly("Tredje"));
    }

    @Test
    void transactionSeesTheFactThatItAppends() {
        in(() -> {
            assertThat(said()).hasSize(1);
            say("Ett till");
            assertThat(said()).containsExactlyInAnyOrder("Läkarintyg från Åsa Öberg", "Ett till");
        });
    }

    @Test
    void transactionSeesTheFactThatItCorrects() {
        DelegateTask task = mock(DelegateTask.class);
        when(task.getVariable("caseNumber")).thenReturn(caseNumber);
        in(() -> {
            UUID fact = facts.last(caseNumber, KIND).orElseThrow().id();
            corrections.correct(task, fact, "completion", "Rättat");
            assertThat(said()).containsExactly("Rättat");
        });
    }

    @Test
    void transactionSeesTheFactFromWhichItConcealsAPerson() {
        in(() -> {
            assertThat(said()).hasSize(1);
            var person = persons.of(caseNumber);
            concealment.conceal(person, Redaction.of(person));
            assertThat(said()).singleElement().asString().doesNotContain("Öberg");
        });
    }

    @Test
    void transactionDoesNotSeeTheFactsOfTheCaseThatItErases() {
        in(() -> {
            assertThat(said()).hasSize(1);
            erasure.erase(List.of(caseNumber), List.of());
            assertThat(said()).isEmpty();
        });
    }

    @Test
    void transactionInBetweenReadsForItself() {
        var between = new TransactionTemplate(transactions);
        between.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        in(() -> {
            assertThat(said()).hasSize(1);
            between.executeWithoutResult(status -> {
                behindTheBack("update fact set content = '{\"completion\": \"Annat\"}' where case_number = ?");
                assertThat(said()).containsExactly("Annat");
            });
        });
    }

    private void in(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void behindTheBack(String sql) {
        assertThat(jdbc.sql(sql).param(caseNumber).update()).isPositive();
    }

    private void say(String completion) {
        facts.append(
                caseNumber, null, new Forms.Filled(KIND, "test", Map.of(), List.of(), Set.of()), new Said(completion));
    }

    private List<String> said() {
        return facts.all(caseNumber, KIND).stream()
                .map(fact -> fact.content().path("completion").asText())
                .toList();
    }
}
