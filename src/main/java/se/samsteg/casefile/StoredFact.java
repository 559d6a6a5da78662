package se.samsteg.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Json;

/**
 * A row of view {@code current_fact}.
 *
 * @param content JSON
 */
record StoredFact(
        UUID id,
        String kind,
        String role,
        Instant at,
        String by,
        String formVersion,
        String content,
        Facts.@Nullable Corrected corrected) {

    static StoredFact of(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("corrected_at", OffsetDateTime.class);
        return new StoredFact(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("role"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("form_version"),
                row.getString("content"),
                at == null ? null : new Facts.Corrected(at.toInstant(), row.getString("corrected_by")));
    }

    <T> Facts.Entry<T> as(Class<T> type) {
        return new Facts.Entry<>(id, at, by, formVersion, Json.read(content, type), corrected);
    }
}
