package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;
import se.samsteg.programme.ProgrammeFiles;

@SamstegTest
class ConsentsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    @BeforeEach
    void aCaseWithoutConsents() {
        world.begin(MONDAY);
        caseNumber = enrolled.open("coach1", MONDAY);
        jdbc.sql("delete from consent").update();
    }

    private @Nullable String whyNot(Information information) {
        return consents.of(caseNumber).whyNot("fk", information);
    }

    private void give(LocalDate until, String... information) {
        consents.give(caseNumber, List.of("fk"), List.of(information), until, "oral");
    }

    @Test
    void nothingIsToldToAnAuthorityThatNoConsentNames() {
        give(MONDAY.plusYears(1), "referral");

        assertThat(consents.of(caseNumber).may("fk", Information.REFERRAL)).isTrue();
        assertThat(whyNot(Information.PLAN)).isEqualTo("Samtycke saknas");
        assertThat(consents.of(caseNumber).whyNot("af", Information.REFERRAL)).isEqualTo("Samtycke saknas");
        assertThat(consents.of(caseNumber).whyNot(null, Information.REFERRAL)).isEqualTo("Samtycke saknas");
    }

    @Test
    void aConsentCountsThroughItsLastDay() {
        give(MONDAY.plusDays(7), "attendance");

        world.passes(Period.ofDays(7));
        assertThat(consents.of(caseNumber).may("fk", Information.ATTENDANCE)).isTrue();
        world.passes(Period.ofDays(1));
        assertThat(whyNot(Information.ATTENDANCE)).isEqualTo("Samtycket har gått ut");
    }

    @Test
    void whatIsTakenBackIsOnlyThatAndCanBeGivenAnewTheSameDay() {
        give(MONDAY.plusYears(1), "referral", "plan");

        assertThat(consents.withdraw(caseNumber, List.of("fk", "af"), List.of("plan")))
                .isEqualTo(1);
        assertThat(whyNot(Information.PLAN)).isEqualTo("Samtycket är återkallat");
        assertThat(whyNot(Information.REFERRAL)).isNull();
        assertThat(consents.of(caseNumber)
                        .withdrawn(code -> ProgrammeFiles.all().authority(caseNumber, code)))
                .containsExactly("Försäkringskassan: handlingsplan och återremiss");

        give(MONDAY.plusYears(1), "plan");
        assertThat(whyNot(Information.PLAN)).isNull();
        assertThat(consents.of(caseNumber)
                        .withdrawn(code -> ProgrammeFiles.all().authority(caseNumber, code)))
                .isEmpty();
    }

    @Test
    void takenBackWithoutSayingWhatIsAllOfIt() {
        give(MONDAY.plusYears(1), "referral", "plan", "health");

        assertThat(consents.withdraw(caseNumber, List.of("fk"), List.of())).isEqualTo(3);
        assertThat(consents.of(caseNumber).mayAnything("fk")).isFalse();
    }

    @Test
    void ofSeveralConsentsForTheSameTheLongestCounts() {
        give(MONDAY.plusDays(10), "referral");
        give(MONDAY.plusDays(90), "referral");
        give(MONDAY.plusDays(30), "plan");

        assertThat(consents.terms(caseNumber))
                .extracting(Consents.Term::information, Consents.Term::lastDay)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("plan", MONDAY.plusDays(30)),
                        org.assertj.core.groups.Tuple.tuple("referral", MONDAY.plusDays(90)));
    }
}
