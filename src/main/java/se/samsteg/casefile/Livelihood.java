package se.samsteg.casefile;

import java.util.List;
import se.samsteg.form.Code;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;

/** What a participant lives on; the same checklist before the programme, at exit and a year after, several at a time. */
@OptionsOf({
    "planning-mapping.livelihoodSources",
    "exit-outcome.livelihoodSources",
    "followup-one-year.livelihoodSources"
})
public enum Livelihood implements Code {
    NONE,
    UNKNOWN;

    /**
     * @param label of the field in which they were chosen
     * @throws Refused if none, or not known, is chosen beside another
     */
    public static void check(String label, List<String> sources) {
        for (Livelihood alone : values()) {
            if (sources.size() > 1 && sources.contains(alone.code())) {
                throw new Refused(
                        alone == NONE
                                ? label + ": ingen egen försörjning går inte ihop med en annan försörjning."
                                : label + ": vet inte går inte ihop med en annan försörjning.");
            }
        }
    }
}
