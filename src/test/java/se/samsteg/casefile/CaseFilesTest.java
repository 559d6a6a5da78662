package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.SamstegTest;
import se.samsteg.form.Refused;
import se.samsteg.person.Person;
import se.samsteg.programme.Programmes;

@SamstegTest
@Transactional
class CaseFilesTest {

    @Autowired
    CaseFiles cases;

    @Autowired
    Programmes programmes;

    private CaseFile refer(String identityNumber) {
        Person person = new Person(
                UUID.randomUUID(),
                identityNumber,
                null,
                LocalDate.of(1980, 1, 1),
                "Anna",
                "Ek",
                "woman",
                "0127",
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                false);
        return cases.open(programmes.get("samboradet"), person, "handlaggare.fk", "fk");
    }

    @Test
    void aPersonIsAdmittedInOneOpenCaseOfAProgramme() {
        String first = refer("198001019804").caseNumber();
        String second = refer("198001019804").caseNumber();
        assertThat(cases.openBefore(first)).isEmpty();
        assertThat(cases.openBefore(second)).contains(first);
        cases.appointCoach(first, "coach1", null, 1);

        assertThatThrownBy(() -> cases.appointCoach(second, "coach2", null, 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("redan antagen i ett annat ärende");
    }

    @Test
    void aPersonWhoComesBackIsMarkedWithTheEarlierCase() {
        CaseFile first = refer("198001019804");
        cases.close(first.caseNumber(), LocalDate.of(2026, 1, 1));

        assertThat(refer("198001019804").earlierCase()).isEqualTo(first.caseNumber());
    }

    @Test
    void caseNumbersFollowEachOther() {
        String first = refer("198001019804").caseNumber();
        String second = refer("198001029811").caseNumber();

        assertThat(first).matches("SB-\\d{4}-\\d{4}");
        assertThat(Integer.parseInt(second.substring(8))).isEqualTo(Integer.parseInt(first.substring(8)) + 1);
    }
}
