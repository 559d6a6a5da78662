package se.samsteg.desk;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.Information;
import se.samsteg.staff.Authority;

/** A consent as it is read in Akten. */
final class ConsentText {

    private ConsentText() {}

    /** @param staff names by user id */
    static Section.@Nullable Line line(Consents.Registered consent, Map<String, String> staff) {
        String what = consent.information().stream()
                .map(code -> Information.of(code).label())
                .collect(Collectors.joining(", "));
        String by = consent.registeredBy();
        return Section.line(
                consent.on() + ", " + Authority.name(consent.authority()),
                "%s, till och med %s. %s%s.%s"
                        .formatted(
                                what,
                                consent.lastDay(),
                                consent.manner().equals("oral") ? "Muntligt" : "Skriftligt",
                                by == null ? "" : ", registrerat av " + staff.getOrDefault(by, by),
                                consent.withdrawnOn() == null ? "" : " Återkallat " + consent.withdrawnOn() + "."));
    }
}
