package se.samsteg.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of one case today: the one question that every disclosure asks, and its answer in Swedish. An authority
 * may be told what a consent in force names; everything else is kept from it.
 */
public final class Disclosure {

    static final String MISSING = "Samtycke saknas";
    static final String RUN_OUT = "Samtycket har gått ut";
    static final String WITHDRAWN = "Samtycket är återkallat";

    private final Map<Subject, Consent> consents;

    Disclosure(Collection<Consent> consents) {
        this.consents = consents.stream()
                .collect(Collectors.toMap(
                        consent -> new Subject(consent.authority(), consent.information()), Function.identity()));
    }

    private record Subject(String authority, String information) {}

    /** All consents of a case for one authority and type of information, taken together. */
    record Consent(String caseNumber, String authority, String information, boolean inForce, boolean withdrawn) {}

    /** @param authority by its code; null for a user who acts for none of them */
    public boolean may(@Nullable String authority, Information information) {
        return whyNot(authority, information) == null;
    }

    /** Whether an authority may know anything at all, so that the case exists to it. */
    public boolean mayAnything(String authority) {
        return Stream.of(Information.values()).anyMatch(information -> may(authority, information));
    }

    /** Why an authority may not be told, as staff read it; null if it may. */
    public @Nullable String whyNot(@Nullable String authority, Information information) {
        Consent consent = authority == null ? null : consents.get(new Subject(authority, information.code()));
        if (consent == null) {
            return MISSING;
        }
        if (consent.inForce()) {
            return null;
        }
        return consent.withdrawn() ? WITHDRAWN : RUN_OUT;
    }

    /** Why nothing at all may be told any more, as staff read it: all is taken back; null if something may, or never might. */
    public @Nullable String whyNothing() {
        return consents.values().stream().noneMatch(Consent::inForce)
                        && consents.values().stream().anyMatch(Consent::withdrawn)
                ? WITHDRAWN
                : null;
    }

    /** The authorities that may be told, in the order of their codes. */
    public List<String> authorities(Information information) {
        return consents.values().stream()
                .filter(consent -> consent.inForce() && consent.information().equals(information.code()))
                .map(Consent::authority)
                .sorted()
                .toList();
    }

    /**
     * What has been taken back and not given anew, a line for each authority.
     *
     * @param authorities names by code
     */
    public List<String> withdrawn(UnaryOperator<String> authorities) {
        return consents.values().stream()
                .filter(consent -> !consent.inForce() && consent.withdrawn())
                .map(Consent::authority)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(authority -> authorities.apply(authority) + ": "
                        + Stream.of(Information.values())
                                .filter(information -> WITHDRAWN.equals(whyNot(authority, information)))
                                .map(Information::label)
                                .collect(Collectors.joining(", ")))
                .toList();
    }
}
