package se.samsteg.staff;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The four authorities by code, as staff read them. */
public final class Authority {

    private static final Map<String, String> NAMES = Map.of(
            "af", "Arbetsförmedlingen",
            "fk", "Försäkringskassan",
            "soc", "Socialtjänsten",
            "region", "Regionens hälso- och sjukvård");

    private Authority() {}

    /** @param code af, fk, soc or region; anything else is shown as it is */
    public static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }

    /** The names in the order of the codes, with commas. */
    public static String names(Collection<String> codes) {
        return codes.stream().map(Authority::name).collect(Collectors.joining(", "));
    }
}
