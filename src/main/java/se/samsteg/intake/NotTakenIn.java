package se.samsteg.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.Facts;

/** Persons who are not taken in: why, as it is counted, and what they are recommended instead. */
@Component
class NotTakenIn {

    static final String REASON = "Skäl: välj varför personen inte tas in.";
    static final String RECOMMENDATION = "Rekommendation: den som inte tas in ska få en.";

    private final Facts facts;
    private final Documents documents;

    NotTakenIn(Facts facts, Documents documents) {
        this.facts = facts;
        this.documents = documents;
    }

    static void require(@Nullable String value, String otherwise, List<String> wrong) {
        if (value == null || value.isBlank()) {
            wrong.add(otherwise);
        }
    }

    /** Draws up what the person is recommended instead, as it was written last. */
    void drawUp(String caseNumber) {
        String recommendation = facts.latest(caseNumber, IntakeTalk.class)
                .map(IntakeTalk::recommendation)
                .or(() -> facts.latest(caseNumber, IntakeBooking.class).map(IntakeBooking::recommendation))
                .or(() -> facts.latest(caseNumber, IntakeAppointment.class).map(IntakeAppointment::recommendation))
                .orElseThrow();
        documents.drawUp(
                caseNumber, "intake-recommendation", Map.of("recommendation", Objects.requireNonNull(recommendation)));
    }
}
