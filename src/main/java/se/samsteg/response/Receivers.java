package se.samsteg.response;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.YesNo;

/** Which unit takes over: the one that the caseworker names, unless it says no when it is met, or the one found instead. */
@Component
class Receivers {

    private final Facts facts;

    Receivers(Facts facts) {
        this.facts = facts;
    }

    /** A receipt, read without today's rules. */
    @FactOf("response-receipt")
    record Received(
            @Nullable String receivingUnit,
            @Nullable String accepted,
            @Nullable String contact,
            @Nullable String comment) {

        boolean accepting() {
            return YesNo.YES.is(accepted);
        }

        String text() {
            return "%s, %s".formatted(receivingUnit, contact);
        }
    }

    /** A meeting with the unit, or why there was none; read without today's rules. */
    @FactOf("response-meeting")
    record Met(@Nullable String accepted, @Nullable String why) {

        boolean refusing() {
            return YesNo.NO.is(accepted);
        }
    }

    /** Another receiver, read without today's rules. */
    @FactOf("response-receiver")
    record Found(
            @Nullable String unit,
            @Nullable String contact,
            @Nullable String why) {

        String text() {
            return unit == null ? "Ingen: " + why : "%s, %s".formatted(unit, contact);
        }
    }

    boolean received(String caseNumber) {
        return facts.ofExit(caseNumber, Received.class).isPresent();
    }

    /** Whether the unit has said yes and was not met yet. */
    boolean toMeet(String caseNumber) {
        return facts.ofExit(caseNumber, Received.class)
                        .filter(Received::accepting)
                        .isPresent()
                && facts.ofExit(caseNumber, Met.class).isEmpty();
    }

    /** The unit with the contact there; empty where none takes over. */
    Optional<String> of(String caseNumber) {
        return facts.ofExit(caseNumber, Found.class)
                .map(Found::text)
                .or(() -> facts.ofExit(caseNumber, Met.class)
                                .filter(Met::refusing)
                                .isPresent()
                        ? Optional.empty()
                        : facts.ofExit(caseNumber, Received.class)
                                .filter(Received::accepting)
                                .map(Received::text));
    }

    /** Who does not take over, and why, by the keys of the form in which another is found. */
    Map<String, String> refusal(String caseNumber) {
        Map<String, String> refusal = new HashMap<>();
        facts.ofExit(caseNumber, Received.class).ifPresent(received -> {
            put(refusal, "refusedBy", received.receivingUnit);
            put(refusal, "refusalReason", received.comment);
        });
        facts.ofExit(caseNumber, Met.class).ifPresent(met -> put(refusal, "refusalReason", met.why));
        return refusal;
    }

    private static void put(Map<String, String> texts, String key, @Nullable String text) {
        if (text != null) {
            texts.put(key, text);
        }
    }
}
