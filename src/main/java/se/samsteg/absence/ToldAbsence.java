package se.samsteg.absence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.FactOf;

/**
 * A participant stays away, as a member of staff tells: form {@code outreach-request}.
 *
 * @param note what the coach should know before seeking the participant out
 */
@FactOf("outreach-request")
record ToldAbsence(
        String caseNumber, LocalDate awaySince, @Nullable String note) {}
