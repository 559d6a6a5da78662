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
 * @param removed what holds no longer: codes of {@link Gone}
 */
record ContactChange(
        String caseNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String otherWay,
        List<String> removed) {

    @OptionsOf("contact-change.removed")
    enum Gone implements Code {
        NO_PHONE,
        NO_EMAIL,
        NO_ADDRESS,
        NO_OTHER_WAY
    }

    /**
     * The new value of each answer that changes, by the key of the person's answer; null for what holds no longer.
     *
     * @throws Refused if nothing changes, or something both changes and holds no longer
     */
    Map<String, @Nullable String> changes() {
        if (removed.isEmpty() && Stream.of(phone, email, address, otherWay).allMatch(Objects::isNull)) {
            throw new Refused("Telefon: fyll i det som är nytt, eller kryssa i vad som inte gäller längre.");
        }
        Map<String, @Nullable String> changes = new LinkedHashMap<>();
        add(changes, "phone", phone, Gone.NO_PHONE);
        add(changes, "email", email, Gone.NO_EMAIL);
        add(changes, "address", address, Gone.NO_ADDRESS);
        add(changes, "contact", otherWay, Gone.NO_OTHER_WAY);
        return changes;
    }

    private void add(Map<String, @Nullable String> changes, String key, @Nullable String now, Gone gone) {
        boolean goes = removed.contains(gone.code());
        if (goes && now != null) {
            throw new Refused("Gäller inte längre: ta bort krysset för det som har en ny uppgift.");
        }
        if (goes || now != null) {
            changes.put(key, now);
        }
    }
}
