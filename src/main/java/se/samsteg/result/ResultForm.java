package se.samsteg.result;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the form of the page Resultat asks for, as the address keeps it.
 *
 * @param values of the parameters, by name
 */
record ResultForm(Map<String, String> values) {

    static final String PERIOD = "period";
    static final String COMPARED = "compare";

    /** Empty where the address does not say. */
    public String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    public boolean signed() {
        return Boolean.parseBoolean(value("frozen"));
    }

    Optional<Period> period() {
        return period(PERIOD, "from", "to");
    }

    /** What it is compared with. */
    Optional<Period> compared() {
        return period(COMPARED, "compareFrom", "compareTo");
    }

    private Optional<Period> period(String named, String from, String to) {
        String code = value(named);
        boolean days = !value(from).isEmpty() || !value(to).isEmpty();
        if (!code.isEmpty() && days) {
            throw new Unreadable(named, "Välj antingen en period eller egna datum.");
        }
        if (days) {
            Period period = new Period(day(from), day(to));
            if (period.to().isBefore(period.from())) {
                throw new Unreadable(to, "Perioden slutar innan den börjar.");
            }
            return Optional.of(period);
        }
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(NamedPeriod.of(code)
                        .orElseThrow(() -> new Unreadable(named, "Välj en period i listan."))
                        .period());
    }

    private LocalDate day(String name) {
        try {
            return LocalDate.parse(value(name));
        } catch (DateTimeParseException e) {
            throw new Unreadable(name, "Ange både första och sista dagen, som ÅÅÅÅ-MM-DD.");
        }
    }

    /** Filters and breakdown by parameter, without those that are left empty. */
    Map<String, String> cut() {
        Map<String, String> cut = new LinkedHashMap<>(values);
        cut.values().removeIf(String::isBlank);
        cut.keySet()
                .removeIf(name ->
                        !name.equals(ResultChoices.BY) && Dimension.of(name).isEmpty());
        return cut;
    }
}
