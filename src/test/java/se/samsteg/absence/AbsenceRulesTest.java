package se.samsteg.absence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsteg.form.Refused;

class AbsenceRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private static void refused(String label, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(Refused.class).hasMessageStartingWith(label + ": ");
    }

    private static HomeVisit visit(@Nullable Boolean valid, @Nullable String reason) {
        return new HomeVisit(TODAY, "met", "Ny tid", valid, reason);
    }

    @Test
    void aValidReasonMustBeToldAndOnlyThen() {
        assertThatCode(() -> visit(true, "Akut på sjukhus")).doesNotThrowAnyException();
        assertThatCode(() -> visit(null, null)).doesNotThrowAnyException();
        refused("Vilket skäl?", () -> visit(true, null));
        refused("Vilket skäl?", () -> visit(false, "Akut på sjukhus"));
    }

    @Test
    void aVisitHasBeen() {
        assertThatCode(() -> visit(false, null).recordedOn(TODAY)).doesNotThrowAnyException();
        refused("När försökte du?", () -> visit(false, null).recordedOn(TODAY.minusDays(1)));
    }

    private static Contact contact(String decision, @Nullable LocalDate followUpOn) {
        return new Contact("Handläggaren", TODAY, "Vi väntar", decision, followUpOn);
    }

    @ParameterizedTest
    @CsvSource({"continue", "exit"})
    void onlyAnInquiryIsFollowedUp(String decision) {
        assertThatCode(() -> contact(decision, null).recordedOn(TODAY)).doesNotThrowAnyException();
        refused("När följs utredningen upp?", () -> contact(decision, TODAY.plusDays(7)));
    }

    @Test
    void anInquiryIsFollowedUpOnALaterDay() {
        assertThatCode(() -> contact("inquiry", TODAY.plusDays(1)).recordedOn(TODAY))
                .doesNotThrowAnyException();
        refused("När följs utredningen upp?", () -> contact("inquiry", null));
        refused("När följs utredningen upp?", () -> contact("inquiry", TODAY).recordedOn(TODAY));
    }

    @Test
    void theTalkWithTheAuthorityHasBeen() {
        refused("När?", () -> contact("exit", null).recordedOn(TODAY.minusDays(1)));
    }

    private static SeekingOut outreach(String reached, @Nullable String said, @Nullable Boolean back) {
        return new SeekingOut("call", reached, "Gruppen lagade mat", said, back);
    }

    @Test
    void onlyWhoWasReachedHasSaidSomethingAndMayBeBack() {
        assertThatCode(() -> outreach("no", null, false)).doesNotThrowAnyException();
        assertThatCode(() -> outreach("yes", "Kommer på torsdag", true)).doesNotThrowAnyException();
        refused("Vad sade deltagaren?", () -> outreach("yes", null, false));
        refused("Fick du kontakt?", () -> outreach("no", "Kommer på torsdag", null));
        refused("Fick du kontakt?", () -> outreach("no", null, true));
    }
}
