package se.samsteg.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;
import se.samsteg.response.Answers.Row;

class ResponseRulesTest {

    private static final Row FOLLOWED = new Row(1, "followed", null);
    private static final Row NOT_YET = new Row(2, "not-yet", null);

    private static Answers answers(Row... rows) {
        return new Answers(List.of(rows), null, null);
    }

    private static Answers closed(@Nullable String why, Row... rows) {
        return new Answers(List.of(rows), true, why);
    }

    @Test
    void everyRecommendationIsAnsweredAndNoOther() {
        assertThatCode(() -> answers(FOLLOWED).to(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> answers(FOLLOWED).to(2)).hasMessageStartingWith("Svar 2:");
        assertThatThrownBy(() -> answers(FOLLOWED, NOT_YET).to(1)).hasMessageStartingWith("Svar 2:");
        assertThatThrownBy(() -> answers(new Row(1, "not-followed", null))).hasMessageStartingWith("Kommentar 1:");
    }

    @Test
    void theLeadAloneClosesTheQuestionAndSaysWhy() {
        assertThatThrownBy(() -> closed(null, FOLLOWED))
                .isInstanceOf(Refused.class)
                .hasMessage("Varför frågas det inte igen?: fyll i skälet.");
        Answers closed = closed("Enheten är nedlagd", FOLLOWED);
        assertThatCode(() -> closed.to(2)).as("what is missing stays missing").doesNotThrowAnyException();
        assertThatCode(() -> closed.givenBy(true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> closed.givenBy(false)).hasMessageStartingWith("Fråga inte igen:");
        assertThatCode(() -> answers(FOLLOWED).givenBy(false)).doesNotThrowAnyException();
    }

    @Test
    void whatWasNotDoneYetIsAskedAgainUnlessTheQuestionIsClosed() {
        assertThat(new Answered(List.of(FOLLOWED), null).settled()).isTrue();
        assertThat(new Answered(List.of(FOLLOWED, NOT_YET), null).settled()).isFalse();
        assertThat(new Answered(List.of(FOLLOWED, NOT_YET), true).settled()).isTrue();
    }

    @Test
    void aHandoverHasANameAtTheOtherEndOrAReason() {
        assertThatThrownBy(() -> new Receipt("yes", null, "Vårdcentralen", "yes", null, null))
                .hasMessageStartingWith("Kontaktperson");
        assertThatThrownBy(() -> new Receipt("yes", null, "Vårdcentralen", "no", null, null))
                .hasMessageStartingWith("Varför inte");
    }

    @Test
    void aHandoverMeetingIsHeldOnADayBySomeAndTellsWhetherTheUnitTakesOver() {
        LocalDate day = LocalDate.of(2027, 1, 12);
        assertThatThrownBy(() -> new HandoverMeeting("yes", null, null, null, null, null))
                .hasMessageContaining("Mötet hölls:")
                .hasMessageContaining("Vilka deltog?:")
                .hasMessageContaining("Tar enheten emot deltagaren?:");
        assertThatThrownBy(() -> new HandoverMeeting("yes", day, "Vi tre", null, "no", null))
                .hasMessage("Varför inte?: fyll i.");
        assertThatThrownBy(() -> new HandoverMeeting("no", null, null, null, null, null))
                .hasMessage("Varför inte?: fyll i.");
        assertThatCode(() -> new HandoverMeeting("yes", day, "Vi tre", null, "yes", null))
                .doesNotThrowAnyException();
        assertThatCode(() -> new HandoverMeeting("no", null, null, null, null, "Deltagaren vill inte"))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherReceiverIsAUnitWithAContactOrAReasonWhyThereIsNone() {
        assertThatThrownBy(() -> new Receiver("yes", null, null, null, null, null, null))
                .hasMessageContaining("Ny mottagande enhet:")
                .hasMessageContaining("Kontaktperson där:");
        assertThatThrownBy(() -> new Receiver("no", null, null, null, null, null, null))
                .hasMessageStartingWith("Varför tar ingen emot");
        assertThatCode(() -> new Receiver("yes", null, "Vuxenhälsan", "Kim", null, null, null))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Receiver("no", null, null, null, null, null, "Flyttar"))
                .doesNotThrowAnyException();
    }
}
