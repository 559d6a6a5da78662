package se.samsteg.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.form.Choice;
import se.samsteg.staff.Colleagues;

/** The participants of a review, and what is said of each on its list: case numbers, and no names. */
@Component
class ReviewAgenda {

    private final Reviews reviews;
    private final CaseUnits caseUnits;
    private final CaseFiles cases;
    private final Units units;
    private final UnitSharing sharing;
    private final Presentations presentations;
    private final Colleagues colleagues;

    ReviewAgenda(
            Reviews reviews,
            CaseUnits caseUnits,
            CaseFiles cases,
            Units units,
            UnitSharing sharing,
            Presentations presentations,
            Colleagues colleagues) {
        this.reviews = reviews;
        this.caseUnits = caseUnits;
        this.cases = cases;
        this.units = units;
        this.sharing = sharing;
        this.presentations = presentations;
        this.colleagues = colleagues;
    }

    /**
     * Takes up the unit's participants, and asks the coaches to prepare those of whom more than the number may be shown.
     *
     * @return whether there are any
     */
    boolean gather(Reviews.Stored review) {
        List<String> participants = units.programme(review)
                .unit(review.unit())
                .map(unit -> caseUnits.participants(units.programme(review), unit))
                .orElse(List.of());
        reviews.gathered(review.id(), participants);
        presentations.open(review.id(), sharing.shown(participants));
        return !participants.isEmpty();
    }

    /** A participant is another unit's: what was prepared stays in the file, and is not laid before this one. */
    void drop(Reviews.Stored review, String caseNumber) {
        presentations.leave(review.id(), caseNumber);
        reviews.drop(review.id(), caseNumber);
    }

    /** Takes up a participant after the others, as {@link #gather} does. */
    void add(Reviews.Stored review, String caseNumber) {
        reviews.add(review.id(), List.of(caseNumber));
        presentations.open(review.id(), sharing.shown(List.of(caseNumber)));
    }

    String heading(Reviews.Stored review) {
        return units.name(review) + ", " + review.day();
    }

    String lines(Reviews.Stored review) {
        return reviews.participants(review.id()).stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Reviews.Participant one) {
        String numberOnly = sharing.whyNumberOnly(one.caseNumber());
        if (numberOnly != null) {
            return one.caseNumber() + ": bara numret. " + numberOnly;
        }
        return one.caseNumber() + (one.preparation() == null ? ": inte förberedd" : ": förberedd");
    }

    List<Choice> caseworkers(Reviews.Stored review) {
        return reviews.participants(review.id()).stream()
                .map(one -> new Choice(
                        one.caseNumber() + " · "
                                + colleagues.name(cases.get(one.caseNumber()).caseworker()),
                        one.caseNumber()))
                .toList();
    }

    List<String> coaches(Reviews.Stored review) {
        return reviews.participants(review.id()).stream()
                .map(one -> cases.actingCoach(one.caseNumber()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
