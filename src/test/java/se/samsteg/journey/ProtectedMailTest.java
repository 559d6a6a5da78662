package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;

@SamstegTest
class ProtectedMailTest {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLetterAboutAProtectedPersonSaysOnlyThatThereIsATask() {
        world.begin(LocalDate.of(2027, 2, 1));
        Case guarded = Case.referred(
                world,
                jdbc,
                "handlaggare.fk",
                Answers.with(Answers.referral("19800101-9804", world.today()), "protectedIdentity", true));

        assertThat(world.mailTo("handlaggare.fk"))
                .singleElement()
                .asString()
                .startsWith("Du har en uppgift")
                .doesNotContain(guarded.caseNumber, "Remiss", "remiss");
    }
}
