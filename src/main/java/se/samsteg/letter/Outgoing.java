package se.samsteg.letter;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is sent.
 *
 * @param recipient user id, or the name of a party that has no users here
 * @param address e-mail of that party; null for a user
 */
record Outgoing(
        UUID id,
        String template,
        @Nullable String caseNumber,
        String recipient,
        String detail,
        @Nullable OffsetDateTime sentAt,
        boolean stopped,
        @Nullable String authority,
        @Nullable String information,
        boolean protectedIdentity,
        @Nullable String address) {

    /** About a person with protected identity a letter says that there is a task, and nothing else. */
    Outgoing guarded() {
        return protectedIdentity ? concealed() : this;
    }

    Outgoing concealed() {
        return new Outgoing(
                id, "protected", null, recipient, "", sentAt, stopped, authority, information, true, address);
    }

    boolean isReminder() {
        return template.startsWith("reminder-");
    }

    Outgoing saying(String text) {
        return new Outgoing(
                id,
                template,
                caseNumber,
                recipient,
                text,
                sentAt,
                stopped,
                authority,
                information,
                protectedIdentity,
                address);
    }

    boolean outside() {
        return address != null;
    }
}
