package se.samsteg.response;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.YesNo;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** Which unit takes over: the one that the caseworker names, unless it says no when it is met, or the one found instead. */
@Component
class Receivers {

    private final Facts facts;
    private final CaseUnits units;
    private final Programmes programmes;

    Receivers(Facts facts, CaseUnits units, Programmes programmes) {
        this.facts = facts;
        this.units = units;
        this.programmes = programmes;
    }

    @OptionsOf({"response-receipt.programmeUnit", "response-receiver.programmeUnit"})
    enum Unit implements Code {
        OTHER
    }

    /** The code of a unit of the programme; null for another one. */
    static @Nullable String ofProgramme(@Nullable String chosen) {
        return Unit.OTHER.is(chosen) ? null : chosen;
    }

    /** A receipt, read without today's rules. */
    @FactOf("response-receipt")
    record Received(
            @Nullable String programmeUnit,
            @Nullable String receivingUnit,
            @Nullable String accepted,
            @Nullable String contact,
            @Nullable String comment) {

        boolean accepting() {
            return YesNo.YES.is(accepted);
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
            @Nullable String found,
            @Nullable String programmeUnit,
            @Nullable String unit,
            @Nullable String contact,
            @Nullable String why) {}

    /**
     * The one that takes over, as it stands now.
     *
     * @param code of a unit of the programme; null for another one
     * @param name what another one is called
     * @param why none does; null where one does
     */
    private record Standing(
            @Nullable String code,
            @Nullable String name,
            @Nullable String contact,
            @Nullable String why) {}

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

    /** The unit with the contact there, or why none takes over; empty where that is still to be found out. */
    Optional<String> of(String caseNumber) {
        return standing(caseNumber)
                .map(one -> one.why() == null
                        ? "%s, %s".formatted(name(caseNumber, one.code(), one.name()), one.contact())
                        : "Ingen: " + one.why());
    }

    /** Keeps which unit of the programme takes over, if one does. */
    void keep(String caseNumber) {
        units.receive(caseNumber, standing(caseNumber).map(Standing::code).orElse(null));
    }

    /** The unit of the programme that takes over and has no users here, who would see it for themselves; null for others. */
    Settings.@Nullable Unit withoutUsers(String caseNumber) {
        return standing(caseNumber)
                .flatMap(one -> programmes.of(caseNumber).unit(one.code()))
                .filter(unit -> !unit.hasUsers())
                .orElse(null);
    }

    private Optional<Standing> standing(String caseNumber) {
        Optional<Standing> found = facts.ofExit(caseNumber, Found.class)
                .map(one -> YesNo.NO.is(one.found())
                        ? new Standing(null, null, null, one.why())
                        : new Standing(ofProgramme(one.programmeUnit()), one.unit(), one.contact(), null));
        if (found.isPresent()
                || facts.ofExit(caseNumber, Met.class).filter(Met::refusing).isPresent()) {
            return found;
        }
        return facts.ofExit(caseNumber, Received.class)
                .filter(Received::accepting)
                .map(one -> new Standing(ofProgramme(one.programmeUnit()), one.receivingUnit(), one.contact(), null));
    }

    private @Nullable String name(String caseNumber, @Nullable String code, @Nullable String written) {
        return programmes.of(caseNumber).unit(code).map(Settings.Unit::name).orElse(written);
    }

    /** Who does not take over, and why, by the keys of the form in which another is found. */
    Map<String, String> refusal(String caseNumber) {
        Map<String, String> refusal = new HashMap<>();
        facts.ofExit(caseNumber, Received.class).ifPresent(received -> {
            put(refusal, "refusedBy", name(caseNumber, ofProgramme(received.programmeUnit), received.receivingUnit));
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
