package se.samsteg.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.casefile.Information;

/** Reads the documents of the case files, and never writes them. */
@Repository
class CaseDocuments {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A document in the list.
     *
     * @param information what it tells an authority that reads it
     */
    record Entry(
            UUID id,
            String title,
            LocalDate drawnUpOn,
            @JsonIgnore Information information) {}

    /** A document as it is opened. */
    record Pdf(String caseNumber, String kind, byte[] content) {

        Information information() {
            return CaseDocuments.information(kind);
        }

        /** Names the case and nobody: {@code SB-2026-0042-aterremiss.pdf}. */
        String fileName() {
            String name =
                    switch (kind) {
                        case "referral-back" -> "aterremiss";
                        case "conference-recommendation", "admission-recommendation" -> "rekommendation";
                        default -> "dokument";
                    };
            return caseNumber + "-" + name + ".pdf";
        }
    }

    /** The newest first. */
    List<Entry> of(String caseNumber) {
        return jdbc.sql(
                        "select id, kind, drawn_up_at from document where case_number = ? order by drawn_up_at desc, id")
                .param(caseNumber)
                .query((row, n) -> new Entry(
                        row.getObject("id", UUID.class),
                        title(row.getString("kind")),
                        row.getObject("drawn_up_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate(),
                        information(row.getString("kind"))))
                .list();
    }

    private static String title(String kind) {
        return switch (kind) {
            case "referral-back" -> "Återremiss";
            case "conference-recommendation" -> "Gemensam rekommendation från utökat möte";
            case "admission-recommendation" -> "Gemensam rekommendation efter kallelsen";
            default -> "Dokument";
        };
    }

    /** What a kind of document is about; of an unknown one an authority reads nothing without consent to the plan. */
    private static Information information(String kind) {
        return switch (kind) {
            case "conference-recommendation", "admission-recommendation" -> Information.REFERRAL;
            default -> Information.PLAN;
        };
    }

    Optional<Pdf> get(UUID id) {
        return jdbc.sql("select case_number, kind, content from document where id = ?")
                .param(id)
                .query(Pdf.class)
                .optional();
    }

    /** The newest of a kind. */
    Optional<Pdf> newest(String caseNumber, String kind) {
        return jdbc.sql("""
                        select case_number, kind, content from document where case_number = ? and kind = ?
                        order by drawn_up_at desc, id limit 1""").params(caseNumber, kind).query(Pdf.class).optional();
    }
}
