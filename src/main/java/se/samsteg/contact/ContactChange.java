package se.samsteg.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/**
 * How a participant is reached from now on: form {@code contact-change}. What is left empty stays as it is known.
 *
 * @param removed what holds no longer: codes of {@link Way}
 */
record ContactChange(
        String caseNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String otherWay,
        List<String> removed) {

    @OptionsOf("contact-change.removed")
    enum Way implements Code {
        PHONE,
        EMAIL,
        ADDRESS,
        CONTACT
    }

    ContactChange {
        if (removed.isEmpty() && Stream.of(phone, email, address, otherWay).allMatch(Objects::isNull)) {
            throw new Refused("Telefon: fyll i det som är nytt, eller kryssa i vad som inte gäller längre.");
        }
    }

    /** The new value of each answer that changes, by the key of the person's answer; null for what holds no longer. */
    Map<String, @Nullable String> changes() {
        Map<String, @Nullable String> changes = new LinkedHashMap<>();
        for (Way way : Way.values()) {
            String value = value(way);
            boolean gone = removed.contains(way.code());
            if (gone && value != null) {
                throw new Refused("Gäller inte längre: ta bort krysset för det som har en ny uppgift.");
            }
            if (gone || value != null) {
                changes.put(way.code(), value);
            }
        }
        return changes;
    }

    private @Nullable String value(Way way) {
        return switch (way) {
            case PHONE -> phone;
            case EMAIL -> email;
            case ADDRESS -> address;
            case CONTACT -> otherWay;
        };
    }
}
