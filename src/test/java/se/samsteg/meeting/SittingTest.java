package se.samsteg.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.LocalDate;
import java.time.LocalTime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.form.Refused;

class SittingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 9);

    private final Sitting planned = Sitting.planned("samboradet", DAY, LocalTime.of(9, 0), "Rum 1");
    private final Sitting opened = planned.open();
    private final Sitting documented = opened.document("Rum 2", DAY.plusDays(1));

    private static void isRefusedAsAFault(String why, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sitting samboradet 2026-12-09 " + why);
    }

    @Test
    void aSittingIsPlannedOpenedAndDocumented() {
        assertThat(planned.opened()).isFalse();
        assertThat(opened.opened()).isTrue();
        assertThat(opened.documentedOn()).isNull();
        assertThat(documented.documentedOn()).isEqualTo(DAY.plusDays(1));
        assertThat(documented.place()).isEqualTo("Rum 2");
        assertThat(opened.document(null, DAY).place())
                .as("where it was planned")
                .isEqualTo("Rum 1");
    }

    @Test
    void aPlannedSittingGetsAnotherTimeAndPlace() {
        Sitting replanned = planned.replan(LocalTime.of(13, 0), "Rum 3");
        assertThat(replanned.id()).isEqualTo(planned.id());
        assertThat(replanned.startsAt()).isEqualTo(LocalTime.of(13, 0));
        assertThat(replanned.place()).isEqualTo("Rum 3");
    }

    @Test
    void anOpenedSittingIsNotPlannedOrOpenedAgain() {
        assertThatThrownBy(() -> opened.replan(LocalTime.of(13, 0), "Rum 3"))
                .isInstanceOf(Refused.class)
                .hasMessage("Datum: det finns redan ett möte den dagen.");
        assertThatThrownBy(opened::open).isInstanceOf(Refused.class);
        assertThatThrownBy(documented::open).isInstanceOf(Refused.class);
    }

    @Test
    void aSittingIsDocumentedOnceAfterItIsOpenedAndFromItsDayOn() {
        isRefusedAsAFault("is not opened", () -> planned.document(null, DAY));
        isRefusedAsAFault("is still to come", () -> opened.document(null, DAY.minusDays(1)));
        isRefusedAsAFault("is documented already", () -> documented.document(null, DAY.plusDays(1)));
    }

    @Test
    void aDocumentedSittingTakesNoCase() {
        JdbcClient jdbc = mock(JdbcClient.class);
        Agenda agenda = new Agenda(jdbc);
        isRefusedAsAFault("is documented already", () -> agenda.put("SB-2026-0001", documented, DAY));
        isRefusedAsAFault("is documented already", () -> agenda.moveOn("samboradet", DAY, documented, DAY));
        isRefusedAsAFault("is documented already", () -> agenda.bringForward(documented));
        verifyNoInteractions(jdbc);
        assertThatCode(planned::requireUndocumented).doesNotThrowAnyException();
        assertThatCode(opened::requireUndocumented).doesNotThrowAnyException();
    }

    @Test
    void whatASittingHasNotAssessedStaysWithItUntilItIsDocumented() {
        isRefusedAsAFault("is not documented", opened::requireDocumented);
        assertThatCode(documented::requireDocumented).doesNotThrowAnyException();
    }
}
