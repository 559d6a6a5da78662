package se.samsteg.review;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Facts;
import se.samsteg.engine.Phase;
import se.samsteg.form.Choice;
import se.samsteg.staff.Role;

/**
 * Ärendedragning: the participants of a referring unit are gone through with it, every period of the programme's. Their
 * coaches prepare it; what the unit is shown is asked of the participants' consents each time.
 */
@Phase("review")
public class Review {

    private final Reviews reviews;
    private final ReviewDays days;
    private final Presentations presentations;
    private final ReviewAgenda agenda;
    private final ReviewCalls calls;
    private final Units units;
    private final Facts facts;

    Review(
            Reviews reviews,
            ReviewDays days,
            Presentations presentations,
            ReviewAgenda agenda,
            ReviewCalls calls,
            Units units,
            Facts facts) {
        this.reviews = reviews;
        this.days = days;
        this.presentations = presentations;
        this.agenda = agenda;
        this.calls = calls;
        this.units = units;
        this.facts = facts;
    }

    /** When coaches begin to prepare it. */
    public Date preparation(String reviewId) {
        return days.morning(reviews.get(reviewId).prepareOn());
    }

    /** When the unit is called. */
    public Date call(String reviewId) {
        return days.morning(reviews.get(reviewId).callOn());
    }

    /** When it is held. */
    public Date day(String reviewId) {
        return days.morning(reviews.get(reviewId).day());
    }

    /** When it should be documented. */
    public Date minutesDue(String reviewId) {
        return days.minutesDue(reviews.get(reviewId));
    }

    /** By when the unit's manager should have read it. */
    public Date receiptDue(String reviewId) {
        return days.receiptDue(reviews.get(reviewId));
    }

    /**
     * Takes up the unit's participants of today, opens the unit's next review, and says in {@code participants} whether
     * there are any.
     */
    public void gather(DelegateExecution execution) {
        Reviews.Stored review = reviews.get((String) execution.getVariable("reviewId"));
        execution.setVariable("participants", agenda.gather(review));
        days.openNext(review);
    }

    /** Calls the unit's manager, its caseworkers and the convener. */
    public void callUnit(DelegateExecution execution) {
        calls.send(execution, reviews.get((String) execution.getVariable("reviewId")));
    }

    /** {@code Enheten för ekonomiskt bistånd, 2027-02-10}, as the head of a form. */
    public String heading(String reviewId) {
        return agenda.heading(reviews.get(reviewId));
    }

    /** A line for each participant: prepared, not prepared, or on the list as a number only and why. */
    public String participants(String reviewId) {
        return agenda.lines(reviews.get(reviewId));
    }

    /** The caseworkers of the participants, as options: who took part is said for each participant. */
    public List<Choice> caseworkers(String reviewId) {
        return agenda.caseworkers(reviews.get(reviewId));
    }

    /** User ids of the participants' acting coaches, who may document it beside the lead. */
    public List<String> coaches(String reviewId) {
        return agenda.coaches(reviews.get(reviewId));
    }

    /** Takes in what became of it; the model reads the outcome. */
    public void recordMinutes(DelegateTask task) {
        Reviews.Stored review = reviews.get((String) task.getVariable("reviewId"));
        HeldReview minutes = facts.record(task, HeldReview.class, review.id().toString());
        if (minutes.movedTo() != null && HeldReview.Outcome.MOVED.is(minutes.outcome())) {
            days.move(review, minutes.movedTo());
        }
        if (minutes.held()) {
            reviews.held(review.id(), review.day(), Boolean.TRUE.equals(minutes.managerTookPart()), minutes.attended());
            if (minutes.nextDay() != null) {
                days.agree(review, minutes.nextDay());
            }
        }
    }

    /** What coaches have prepared is over; who did not take part reads it. */
    public void close(String reviewId) {
        presentations.close(UUID.fromString(reviewId), true);
    }

    /** Nothing was held: what is seen goes on to the next one. */
    public void cancel(String reviewId) {
        presentations.close(UUID.fromString(reviewId), false);
    }

    /** User ids of the unit's managers. */
    public List<String> managers(String reviewId) {
        return units.managers(reviews.get(reviewId));
    }

    /** User id of the unit's only manager; null where there are several, who take the task among them, or none. */
    public @Nullable String manager(String reviewId) {
        List<String> managers = managers(reviewId);
        return managers.size() == 1 ? managers.get(0) : null;
    }

    /** The leads where the unit has no manager here. */
    public List<String> insteadOfManager(String reviewId) {
        return managers(reviewId).isEmpty() ? List.of(Role.PROGRAMME_LEAD.id()) : List.of();
    }

    /** The day of the unit's next review; null where none is opened. */
    public @Nullable String nextDay(String reviewId) {
        return reviews.next(reviews.get(reviewId))
                .map(next -> next.day().toString())
                .orElse(null);
    }

    /** The unit's manager has read it. */
    public void recordRead(DelegateTask task) {
        String reviewId = (String) task.getVariable("reviewId");
        facts.record(task, ReadReview.class, reviewId);
        reviews.readByManager(UUID.fromString(reviewId));
    }
}
