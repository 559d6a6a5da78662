package se.samsteg.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.Information;
import se.samsteg.person.Persons;

/**
 * A review as a document for its unit: drawn up each time it is opened, by the consents of that day, and never kept. A
 * caseworker's is of the one participant, the manager's of all.
 */
@Component
public class UnitReview {

    private final Reviews reviews;
    private final ReviewAgenda agenda;
    private final Presentations presentations;
    private final UnitSharing sharing;
    private final Persons persons;
    private final Documents documents;
    private final Units units;

    UnitReview(
            Reviews reviews,
            ReviewAgenda agenda,
            Presentations presentations,
            UnitSharing sharing,
            Persons persons,
            Documents documents,
            Units units) {
        this.reviews = reviews;
        this.agenda = agenda;
        this.presentations = presentations;
        this.sharing = sharing;
        this.persons = persons;
        this.documents = documents;
        this.units = units;
    }

    /**
     * A participant as the document shows it.
     *
     * @param numberOnly why only the number is there; null where more is
     */
    public record Part(
            String caseNumber,
            @Nullable String name,
            @Nullable String numberOnly,
            List<Line> lines) {}

    /** A heading and what stands under it. */
    public record Line(String label, String text) {}

    /** @param caseNumber the one participant; null for all of the unit */
    public List<Part> parts(String reviewId, @Nullable String caseNumber) {
        return reviews.participants(reviews.get(reviewId).id()).stream()
                .filter(one -> caseNumber == null || one.caseNumber().equals(caseNumber))
                .map(this::part)
                .toList();
    }

    private Part part(Reviews.Participant one) {
        String caseNumber = one.caseNumber();
        String numberOnly = sharing.whyNumberOnly(caseNumber);
        if (numberOnly != null) {
            return new Part(caseNumber, null, numberOnly, List.of());
        }
        String name = persons.of(caseNumber).shownName();
        return presentations
                .of(one)
                .map(prepared -> new Part(caseNumber, name, null, lines(one, prepared)))
                .orElseGet(() -> new Part(caseNumber, name, "Inte förberedd", List.of()));
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

    /** Names the unit and the day and no person: {@code arendedragning-bromma-2027-02-10.pdf}. */
    public String fileName(String reviewId) {
        Reviews.Stored review = reviews.get(reviewId);
        return "arendedragning-" + review.unit() + "-" + review.day() + ".pdf";
    }

    /** @param parts as {@link #parts} has them */
    public byte[] pdf(String reviewId, List<Part> parts) {
        Reviews.Stored review = reviews.get(reviewId);
        Map<String, @Nullable Object> shown = new HashMap<>();
        shown.put("heading", agenda.heading(review));
        shown.put("programme", units.programme(review).name());
        shown.put("manager", manager(review));
        shown.put("parts", parts);
        return documents.print("review", shown);
    }

    private static @Nullable String manager(Reviews.Stored review) {
        if (review.managerTookPart() == null) {
            return null;
        }
        return Boolean.TRUE.equals(review.managerTookPart()) ? "Enhetens chef deltog." : "Enhetens chef deltog inte.";
    }
}
