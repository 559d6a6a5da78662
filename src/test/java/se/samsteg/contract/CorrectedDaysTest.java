package se.samsteg.contract;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samsteg.form.FormFiles;

/** Every date that staff type is known: a correction of it moves what waits for it, or nothing does. */
class CorrectedDaysTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By the listener that moves what waits. */
    private static final Map<String, String> MOVES = Map.ofEntries(
            entry("absence-contact followUpOn", "absence.CorrectedInquiryDay"),
            entry("admission-summons enrolmentDate", "planning.CorrectedEnrolmentDay"),
            entry("admission-summons nextTryOn", "admission.CorrectedNextTry"),
            entry("assessment-booking day", "prerehab.CorrectedAssessmentDay"),
            entry("coaching-end-preparation extendedTo", "coaching.CorrectedEndOfStay"),
            entry("coaching-talk nextTalk", "coaching.CorrectedNextTalk"),
            entry("errand-request doOn", "errand.CorrectedErrand"),
            entry("exit-outcome exitOn", "exit.CorrectedExitDate"),
            entry("intake-booking nextTryOn", "intake.CorrectedTalkDay"),
            entry("intake-booking talkDate", "intake.CorrectedTalkDay"),
            entry("measure-follow-up newPromisedFor", "measure.CorrectedPromises"),
            entry("measure-promise promisedFor", "measure.CorrectedPromises"),
            entry("orientation-plan firstActivityOn", "orientation.CorrectedActivityDay"),
            entry("orientation-progress nextOn", "orientation.CorrectedActivityDay"),
            entry("pause-period untilDay", "pause.MovedLastDay"),
            entry("pause-return untilDay", "pause.MovedLastDay"),
            entry("planning-enrolment newDay", "planning.CorrectedEnrolmentDay"),
            entry("prerehab-individual-need promisedFor", "measure.CorrectedPromises"),
            entry("prerehab-support-assessment newDay", "prerehab.CorrectedAssessmentDay"),
            entry("prerehab-support-assessment promisedFor", "measure.CorrectedPromises"),
            entry("rectification-outcome exitOn", "exit.CorrectedExitDate"),
            entry("proposal-answer askAgainOn", "sip.CorrectedDecisions"),
            entry("sip-decision newDate", "sip.CorrectedDecisions"),
            entry("sip-invitation meetingOn", "sip.CorrectedMeetingDay"),
            entry("workplace-follow-up newEndsOn", "workplace.CorrectedPlacement"),
            entry("workplace-follow-up nextDay", "workplace.CorrectedPlacement"),
            entry("workplace-introduction endsOn", "workplace.CorrectedPlacement"),
            entry("workplace-introduction newDay", "workplace.CorrectedPlacement"),
            entry("workplace-introduction startsOn", "workplace.CorrectedPlacement"));

    /** Fields of several of which one name says it: a step's, a promise's, a decision's. */
    private static final Map<String, String> NUMBERED = Map.of(
            "coaching-plan-completion step#Date", "measure.CorrectedPromises",
            "coaching-plan-review step#Date", "measure.CorrectedPromises",
            "coaching-talk promise#Date", "measure.CorrectedPromises",
            "planning-action-plan step#Date", "measure.CorrectedPromises",
            "sip-meeting decision#Date", "sip.CorrectedDecisions");

    /** What happened, or was agreed, on a day: nothing is counted from it that is still to come. */
    private static final Set<String> HAPPENED = Set.of(
            "absence-contact contactedOn",
            "absence-home-visit visitedOn",
            "coaching-plan-completion agreedOn",
            "coaching-plan-review agreedOn",
            "departure-request happenedOn",
            "intake-talk heldOn",
            "intake-talk enrolledOn",
            "measure-follow-up begunOn",
            "measure-follow-up contactedOn",
            "measure-follow-up finishedOn",
            "milestone-event happenedOn",
            "outreach-request awaySince",
            "planning-action-plan agreedOn",
            "planning-enrolment heldOn",
            "prerehab-support-assessment assessedOn",
            "protection-request since",
            "referral-correction birthDate",
            "referral-referral birthDate",
            "referral-referral onSupportSince",
            "referral-referral sickLeaveSince",
            "response-meeting heldOn",
            "response-receiver heldOn",
            "sip-meeting heldOn",
            "workplace-follow-up endedOn");

    /** Others, and why a correction of them moves nothing. */
    private static final Map<String, String> STAYS = Map.ofEntries(
            entry(
                    "alert-handling checkAgainOn",
                    "the lead is asked again about the cause, however many alerts a case has"),
            entry("coaching-end-preparation plannedExit", "a plan that is read; the exit has a day of its own"),
            entry("coaching-next-step bookedOn", "a meeting that is read; the step's own task is due by the programme"),
            entry("participation-change sessionDay", "names the session that is adapted"),
            entry("review-preparation nextStepOn", "is read at the review"),
            // Consents have processes of their own; corrections do not offer them.
            entry("referral-referral consentUntil", "a consent"),
            entry("renewal-answer until", "a consent"),
            entry("renewal-consents until", "a consent"),
            // About no case, so in no case's file.
            entry("group-plan firstDay", "about a group"),
            entry("group-session movedTo", "about a group"),
            entry("regrouping-change firstDay", "about a group"),
            entry("leave-period fromDay", "about a member of staff"),
            entry("leave-period toDay", "about a member of staff"),
            entry("meeting-sitting day", "about a sitting"),
            entry("steering-report meetingOn", "about a quarter"),
            entry("review-minutes movedTo", "about a review"),
            entry("review-minutes nextDay", "about a review"),
            entry("rectification-correction newAppointment", "a correction itself"),
            entry("rectification-correction newDate", "a correction itself"));

    @Test
    void everyDateIsMovedWithWhatWaitsForItOrSaidToMoveNothing() {
        Set<String> known = new TreeSet<>(MOVES.keySet());
        known.addAll(NUMBERED.keySet());
        known.addAll(HAPPENED);
        known.addAll(STAYS.keySet());
        Set<String> asked =
                FormFiles.all().stream().flatMap(CorrectedDaysTest::dates).collect(Collectors.toSet());
        assertThat(asked).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void whatMovesSomethingIsThereAndListensToCorrectionsOfThatForm() throws IOException {
        Map<String, String> all = new TreeMap<>(MOVES);
        all.putAll(NUMBERED);
        for (var one : all.entrySet()) {
            String source = Files.readString(
                    Path.of("src/main/java/se/samsteg", one.getValue().replace('.', '/') + ".java"));
            assertThat(source).as(one.toString()).contains("FactCorrected");
            boolean allForms = one.getValue().equals("measure.CorrectedPromises");
            boolean asOutcome = one.getKey().startsWith("rectification-outcome ");
            if (!allForms && !asOutcome) {
                assertThat(source)
                        .as(one.toString())
                        .contains('"' + one.getKey().split(" ")[0] + '"');
            }
        }
    }

    private static Stream<String> dates(String form) {
        try {
            return JSON.readTree(FormFiles.json(form)).findParents("subtype").stream()
                    .filter(field -> field.path("subtype").asText().equals("date")
                            && !field.path("disabled").asBoolean())
                    .map(field -> form + " " + field.path("key").asText().replaceAll("[0-9]+", "#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
