package se.samsteg.closing;

import org.jspecify.annotations.Nullable;
import se.samsteg.form.Refused;

/**
 * The lead signs a year: form {@code closing-signature}.
 *
 * @param comment printed in the annual report
 * @param confirmed that the figures were gone through
 */
record Signature(@Nullable String comment, boolean confirmed) {

    /** @throws Refused if it is not confirmed */
    Signature {
        if (!confirmed) {
            throw new Refused("Jag har granskat siffrorna: kryssa i rutan. Siffrorna fryses som de är nu.");
        }
    }
}
