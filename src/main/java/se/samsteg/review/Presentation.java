package se.samsteg.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.Information;
import se.samsteg.engine.Phase;
import se.samsteg.form.Refused;

/** Deltagarens dragning: the coach prepares a participant's part of a review, and the caseworker reads it. */
@Phase("presentation")
public class Presentation {

    private final Reviews reviews;
    private final Presentations presentations;
    private final UnitSharing sharing;
    private final UnitReview unitReview;
    private final Facts facts;

    Presentation(
            Reviews reviews, Presentations presentations, UnitSharing sharing, UnitReview unitReview, Facts facts) {
        this.reviews = reviews;
        this.presentations = presentations;
        this.sharing = sharing;
        this.unitReview = unitReview;
        this.facts = facts;
    }

    /**
     * A participant as the unit reads it today.
     *
     * @param shown whether more than the number may be shown
     * @param instead what stands there in place of the lines; null where there are some
     */
    public record Part(
            String caseNumber, boolean shown, @Nullable String instead, List<Line> lines) {}

    /** A heading and what stands under it. */
    public record Line(String label, String text) {}

    /**
     * What stands above the participants.
     *
     * @param heading unit and day
     * @param manager whether the unit's manager took part or has read it; null until it was held
     * @param fileName names the unit and the day and no person
     */
    public record Head(
            String heading, String programme, @Nullable String manager, String fileName) {}

    /** What stands above the participants of a review. */
    public Head head(String reviewId) {
        return unitReview.head(reviews.get(reviewId));
    }

    /**
     * The participants of a review, each by the consents of the moment.
     *
     * @param caseNumber the one participant; null for all of the unit
     */
    public List<Part> parts(String reviewId, @Nullable String caseNumber) {
        return unitReview.parts(reviews.get(reviewId), caseNumber);
    }

    /** What was seen since the last review, by the form's keys: the coach takes out what is not to be shown. */
    public Map<String, Object> drawnUp(String caseNumber) {
        return presentations.drawnUp(caseNumber);
    }

    /** The next step that the review before ended with; null before the first one. */
    public @Nullable String lastStep(String caseNumber) {
        return presentations.lastStep(caseNumber);
    }

    /** Why changes in health are not shown to the unit; null if they are. */
    public @Nullable String healthWithheld(String caseNumber) {
        return sharing.whyNot(caseNumber, Information.HEALTH);
    }

    /** Why attendance is not shown to the unit; null if it is. */
    public @Nullable String attendanceWithheld(String caseNumber) {
        return sharing.whyNot(caseNumber, Information.ATTENDANCE);
    }

    /** @throws Refused if something is told that the unit may not be shown */
    public void record(DelegateTask task) {
        String caseNumber = (String) task.getVariable("caseNumber");
        Preparation preparation = facts.record(task, Preparation.class);
        require(caseNumber, Information.HEALTH, preparation.seenHealth(), "Skattningar och hälsa");
        require(caseNumber, Information.ATTENDANCE, preparation.seenAttendance(), "Närvaro");
        presentations.prepared(review(task), caseNumber);
    }

    private void require(String caseNumber, Information information, @Nullable String told, String field) {
        String whyNot = sharing.whyNot(caseNumber, information);
        if (told != null && whyNot != null) {
            throw new Refused(field + ": lämna tomt. " + whyNot + ".");
        }
    }

    /** The caseworker who did not take part has read it. */
    public void recordRead(DelegateTask task) {
        facts.record(task, ReadReview.class);
        reviews.readByCaseworker(review(task), (String) task.getVariable("caseNumber"));
    }

    private static UUID review(DelegateTask task) {
        return UUID.fromString((String) task.getVariable("reviewId"));
    }
}
