package se.samsteg.sip;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the codes of the forms and tables are called. */
final class Codes {

    static final Map<String, String> PARTIES = Map.of(
            "af", "Arbetsförmedlingen",
            "fk", "Försäkringskassan",
            "soc", "socialtjänsten",
            "primary-care", "vårdcentralen",
            "psychiatry", "psykiatrin",
            "employer", "arbetsgivaren",
            "family", "familj eller närstående");

    private static final Map<String, String> OWNERS = Map.of(
            "participant", "Deltagaren",
            "coach", "Coachen",
            "af", "Arbetsförmedlingen",
            "fk", "Försäkringskassan",
            "soc", "Socialtjänsten",
            "region", "Regionen",
            "other", "Annan");

    private static final Map<String, String> OBSTACLES = Map.of(
            "doctor-absent", "läkaren kom inte",
            "cancelled", "mötet ställdes in",
            "participant-ill", "deltagaren var sjuk",
            "not-called", "ingen kallelse",
            "other", "annat skäl");

    private Codes() {}

    /** @param other who is meant by {@code other} */
    static String parties(Collection<String> codes, @Nullable String other) {
        return codes.stream()
                .map(code -> code.equals("other") && other != null ? other : PARTIES.getOrDefault(code, "annan"))
                .collect(Collectors.joining(", "));
    }

    static String owner(String code) {
        return OWNERS.getOrDefault(code, code);
    }

    static String obstacle(String code) {
        return OBSTACLES.getOrDefault(code, code);
    }
}
