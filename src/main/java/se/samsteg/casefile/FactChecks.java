package se.samsteg.casefile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.form.Forms;

/** What holds a new fact against its case: the bounds of its form's fields and the rules of its programme. */
@Component
class FactChecks {

    private final FactBounds bounds;
    private final FactTypes types;

    FactChecks(FactBounds bounds, FactTypes types) {
        this.bounds = bounds;
        this.types = types;
    }

    /** @throws se.samsteg.form.Refused if a bound or a rule refuses it */
    void check(@Nullable String caseNumber, Forms.Filled form, Record content) {
        if (caseNumber != null && !form.bounds().isEmpty()) {
            bounds.check(caseNumber, form.bounds());
        }
        types.check(caseNumber, form.id(), form.version(), content);
    }

    /**
     * What was filled in as the record of a kind.
     *
     * @throws se.samsteg.form.Refused as the record throws it
     */
    Record read(String kind, Forms.Filled form) {
        return (Record) types.read(kind, form.values());
    }
}
