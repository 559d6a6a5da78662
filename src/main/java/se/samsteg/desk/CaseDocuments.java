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

    private static final String DOCUMENTS = """
            select d.id, d.case_number, d.kind, d.drawn_up_at, d.content, names_person and protected_identity as concealed
            from case_document d join case_overview c using (case_number) join participant p on p.id = c.person
            """;

    private static final String NEWEST = " order by d.drawn_up_at desc, d.id";

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

    /**
     * A document as it is opened.
     *
     * @param concealed it names a person whose identity has been protected since
     */
    record Pdf(String caseNumber, String kind, byte[] content, boolean concealed) {

        Information information() {
            return CaseDocuments.information(kind);
        }

        /** Names the case and no person: {@code SB-2026-0042-aterremiss.pdf}. */
        String fileName() {
            String name =
                    switch (kind) {
                        case "referral-back" -> "aterremiss";
                        case "conference-recommendation", "admission-recommendation", "intake-recommendation" ->
                            "rekommendation";
                        default -> "dokument";
                    };
            return caseNumber + "-" + name + ".pdf";
        }
    }

    /**
     * The newest first.
     *
     * @param wholly also what names a person whose identity has been protected since
     */
    List<Entry> of(String caseNumber, boolean wholly) {
        return jdbc.sql(DOCUMENTS + "where d.case_number = ? and (? or not (names_person and protected_identity))"
                        + NEWEST)
                .params(caseNumber, wholly)
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
            case "intake-recommendation" -> "Rekommendation till den som inte togs in";
            default -> "Dokument";
        };
    }

    /** What a kind of document is about; of an unknown one an authority reads nothing without consent to the plan. */
    private static Information information(String kind) {
        return switch (kind) {
            case "conference-recommendation", "admission-recommendation", "intake-recommendation" ->
                Information.REFERRAL;
            default -> Information.PLAN;
        };
    }

    Optional<Pdf> get(UUID id) {
        return jdbc.sql(DOCUMENTS + "where d.id = ?").param(id).query(Pdf.class).optional();
    }

    /** The newest of a kind. */
    Optional<Pdf> newest(String caseNumber, String kind) {
        return jdbc.sql(DOCUMENTS + "where d.case_number = ? and d.kind = ?" + NEWEST + " limit 1")
                .params(caseNumber, kind)
                .query(Pdf.class)
                .optional();
    }
}
