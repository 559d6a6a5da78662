package se.samsteg.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.Refused;

class SipMeetingTest {

    private static final LocalDate REQUESTED = LocalDate.of(2027, 3, 1);
    private static final LocalDate TODAY = REQUESTED.plusDays(9);

    private final SipMeeting requested =
            SipMeeting.request("SB-2027-0001", "with-authorities", "coach1", "participant", REQUESTED);
    private final SipMeeting called = requested.call();
    private final SipMeeting held = called.hold(TODAY, TODAY);
    private final SipDecision decision = held.decide(new Meeting.Decision(1, "Tid hos läkare", "region", TODAY));

    private static void isRefusedAsAFault(String why, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(IllegalStateException.class).hasMessageEndingWith(why);
    }

    @Test
    void aSipIsCalledToUntilItIsHeldAndEndsWhenItsDecisionsAreFollowedUp() {
        SipMeeting failed = called.fail("doctor-absent");
        assertThat(failed.attempts()).isOne();
        assertThat(failed.obstacle()).isEqualTo("doctor-absent");

        SipMeeting second = failed.call().hold(TODAY.minusDays(1), TODAY);
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.obstacle()).isNull();
        assertThat(second.heldOn()).isEqualTo(TODAY.minusDays(1));

        SipMeeting ended = second.end("followed-up", 0, TODAY);
        assertThat(ended.endedOn()).isEqualTo(TODAY);
        assertThat(ended.outcome()).isEqualTo("followed-up");
    }

    @Test
    void aSipThatNoPartyIsCalledToCountsNoAttemptAndIsGivenUp() {
        SipMeeting forgone = requested.forgo();
        assertThat(forgone.attempts()).isZero();
        assertThat(forgone.obstacle()).isEqualTo(SipMeeting.NOT_CALLED);
        assertThat(forgone.end("given-up", 0, TODAY).outcome()).isEqualTo("given-up");
    }

    @Test
    void aMeetingIsDocumentedOnceForEachCall() {
        isRefusedAsAFault("is not called to", () -> requested.hold(TODAY, TODAY));
        isRefusedAsAFault("is not called to", () -> requested.fail("cancelled"));
        isRefusedAsAFault("is not called to", () -> called.fail("cancelled").fail("cancelled"));
        isRefusedAsAFault("is called to already", called::call);
        isRefusedAsAFault("is called to already", called::forgo);
    }

    @Test
    void aSipIsHeldOnceAndNotCalledToAgain() {
        isRefusedAsAFault("was held", held::call);
        isRefusedAsAFault("was held", held::forgo);
        isRefusedAsAFault("was held", () -> held.fail("cancelled"));
        isRefusedAsAFault("was held", () -> held.hold(TODAY, TODAY));
    }

    @Test
    void aMeetingIsHeldBetweenTheRequestAndToday() {
        assertThat(called.hold(REQUESTED, REQUESTED).heldOn()).isEqualTo(REQUESTED);
        assertThatThrownBy(() -> called.hold(REQUESTED.minusDays(1), TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Hölls den:");
        assertThatThrownBy(() -> called.hold(TODAY.plusDays(1), TODAY)).isInstanceOf(Refused.class);
    }

    @Test
    void onlyAMeetingThatWasHeldDecides() {
        assertThat(decision.sip()).isEqualTo(held.id());
        assertThat(decision.caseNumber()).isEqualTo("SB-2027-0001");
        isRefusedAsAFault(
                "was not held", () -> called.decide(new Meeting.Decision(1, "Tid hos läkare", "region", TODAY)));
    }

    @Test
    void aSipEndsInTheWayThatItWent() {
        isRefusedAsAFault("was not held", () -> called.end("followed-up", 0, TODAY));
        isRefusedAsAFault("has open decisions", () -> held.end("followed-up", 1, TODAY));
        isRefusedAsAFault("was held", () -> held.end("given-up", 0, TODAY));
        assertThatThrownBy(() -> held.end("forgotten", 0, TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(requested.end("case-closed", 0, TODAY).outcome()).isEqualTo("case-closed");
        assertThat(held.end("case-closed", 3, TODAY).outcome()).isEqualTo("case-closed");
    }

    @Test
    void aSipThatHasEndedStaysAsItIs() {
        SipMeeting closed = called.end("case-closed", 0, TODAY);
        isRefusedAsAFault("has ended", closed::call);
        isRefusedAsAFault("has ended", closed::forgo);
        isRefusedAsAFault("has ended", () -> closed.fail("cancelled"));
        isRefusedAsAFault("has ended", () -> closed.hold(TODAY, TODAY));
        isRefusedAsAFault("has ended", () -> closed.end("given-up", 0, TODAY));
        isRefusedAsAFault("has ended", () -> held.end("case-closed", 0, TODAY)
                .decide(new Meeting.Decision(2, "Tid hos läkare", "region", TODAY)));
    }

    @Test
    void aDecisionIsPostponedAsOftenAsItTakesAndSettledOnce() {
        SipDecision later = decision.postpone(TODAY.plusWeeks(1)).postpone(TODAY.plusWeeks(2));
        assertThat(later.dueOn()).isEqualTo(TODAY.plusWeeks(2));
        assertThat(later.postponed()).isEqualTo(2);
        assertThat(later.open()).isTrue();

        SipDecision settled = later.settle("partly", TODAY);
        assertThat(settled.open()).isFalse();
        assertThat(settled.outcome()).isEqualTo("partly");
        isRefusedAsAFault("has ended", () -> settled.settle("done", TODAY));
        isRefusedAsAFault("has ended", () -> settled.postpone(TODAY));
    }

    @Test
    void aReviewPostponesWithANewDateAndSettlesWithoutOne() {
        assertThat(new Review("not-done", null, TODAY.plusDays(7)).of(decision, TODAY))
                .isEqualTo(decision.postpone(TODAY.plusDays(7)));
        assertThat(new Review("done", null, null).of(decision, TODAY)).isEqualTo(decision.settle("done", TODAY));
    }
}
