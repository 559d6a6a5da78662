package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;
import se.samsteg.person.PersonChanges;
import se.samsteg.person.Persons;

/** A transaction reads a case's person once, and anew after each way in which it can change the person. */
@SamstegTest
class ReadPersonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Persons persons;

    @Autowired
    PersonChanges changes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String caseNumber;

    @BeforeEach
    void aCase() {
        world.begin(DAY);
        caseNumber = enrolled.open("coach1", DAY.plusWeeks(1));
    }

    @Test
    void transactionReadsAPersonOnce() {
        in(() -> {
            assertThat(district()).isNotEqualTo("Annat");
            behindTheBack("Annat");
            assertThat(district()).isNotEqualTo("Annat");
        });
        assertThat(district()).as("without a transaction").isEqualTo("Annat");
        behindTheBack("Tredje");
        in(() -> assertThat(district()).as("in the next").isEqualTo("Tredje"));
    }

    @Test
    void transactionSeesTheAnswerThatItCorrects() {
        in(() -> {
            assertThat(district()).isNotEqualTo("Alby");
            changes.correct(caseNumber, "district", "Alby");
            assertThat(district()).isEqualTo("Alby");
        });
    }

    @Test
    void transactionSeesTheProtectionThatItBegins() {
        in(() -> {
            assertThat(persons.of(caseNumber).protectedIdentity()).isFalse();
            persons.protect(caseNumber);
            assertThat(persons.of(caseNumber).protectedIdentity()).isTrue();
        });
    }

    private void in(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void behindTheBack(String district) {
        assertThat(jdbc.sql("""
                        update person set district = ? where id = (
                          select person from case_overview where case_number = ?)""").params(district, caseNumber).update()).isOne();
    }

    private String district() {
        return String.valueOf(persons.of(caseNumber).district());
    }
}
