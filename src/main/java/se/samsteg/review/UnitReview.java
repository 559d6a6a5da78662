package se.samsteg.review;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Information;
import se.samsteg.review.Presentation.Line;
import se.samsteg.review.Presentation.Part;

/**
 * What a unit reads of its review, by the consents of the moment: it is put together each time it is opened, and never kept.
 */
@Component
class UnitReview {

    private final Reviews reviews;
    private final ReviewAgenda agenda;
    private final Presentations presentations;
    private final UnitSharing sharing;
    private final Units units;

    UnitReview(Reviews reviews, ReviewAgenda agenda, Presentations presentations, UnitSharing sharing, Units units) {
        this.reviews = reviews;
        this.agenda = agenda;
        this.presentations = presentations;
        this.sharing = sharing;
        this.units = units;
    }

    List<Part> parts(Reviews.Stored review, @Nullable String caseNumber) {
        return reviews.participants(review.id()).stream()
                .filter(one -> caseNumber == null || one.caseNumber().equals(caseNumber))
                .map(this::part)
                .toList();
    }

    private Part part(Reviews.Participant one) {
        String numberOnly = sharing.whyNumberOnly(one.caseNumber());
        if (numberOnly != null) {
            return new Part(one.caseNumber(), false, numberOnly, List.of());
        }
        return presentations
                .of(one)
                .map(prepared -> new Part(one.caseNumber(), true, null, lines(one, prepared)))
                .orElseGet(() -> new Part(one.caseNumber(), true, "Inte förberedd", List.of()));
    }

    private List<Line> lines(Reviews.Participant one, Preparation prepared) {
        boolean health = sharing.may(one.caseNumber(), Information.HEALTH);
        boolean attendance = sharing.may(one.caseNumber(), Information.ATTENDANCE);
        return Stream.of(
                        line("Skattningar och hälsa", health ? prepared.seenHealth() : null),
                        line("Steg och löften", prepared.seenPlan()),
                        line("Närvaro", attendance ? prepared.seenAttendance() : null),
                        line("Coachens ord", prepared.words()),
                        line("Nästa steg", prepared.next()),
                        line("Handläggaren", took(one)))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<Line> line(String label, @Nullable String text) {
        return text == null || text.isBlank() ? Stream.empty() : Stream.of(new Line(label, text));
    }

    private static @Nullable String took(Reviews.Participant one) {
        if (one.tookPart() == null) {
            return null;
        }
        if (Boolean.TRUE.equals(one.tookPart())) {
            return "Deltog";
        }
        return one.readOn() == null ? "Deltog inte, har inte läst" : "Deltog inte, läste " + one.readOn();
    }

    Presentation.Head head(Reviews.Stored review) {
        return new Presentation.Head(
                agenda.heading(review),
                units.programme(review).id(),
                manager(review),
                "arendedragning-" + review.unit() + "-" + review.day() + ".pdf");
    }

    private static @Nullable String manager(Reviews.Stored review) {
        if (review.managerTookPart() == null) {
            return null;
        }
        if (Boolean.TRUE.equals(review.managerTookPart())) {
            return "Enhetens chef deltog.";
        }
        return review.readOn() == null
                ? "Enhetens chef deltog inte."
                : "Enhetens chef deltog inte, läste " + review.readOn() + ".";
    }
}
