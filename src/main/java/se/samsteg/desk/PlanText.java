package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is read of form {@code planning-action-plan}. */
record PlanText(
        @Nullable String ownGoal,
        @Nullable String step1Purpose,
        @Nullable String step1Measure,
        @Nullable String step1Responsible,
        @Nullable LocalDate step1Date,
        @Nullable String step2Purpose,
        @Nullable String step2Measure,
        @Nullable String step2Responsible,
        @Nullable LocalDate step2Date,
        @Nullable String step3Purpose,
        @Nullable String step3Measure,
        @Nullable String step3Responsible,
        @Nullable LocalDate step3Date,
        @Nullable String exitPlan,
        @Nullable String aftercare,
        @Nullable LocalDate agreedOn) {

    private static final Map<String, String> RESPONSIBLE = Map.of(
            "participant", "Deltagaren",
            "coach", "Coachen",
            "af", "Arbetsförmedlingen",
            "fk", "Försäkringskassan",
            "soc", "Socialtjänsten",
            "region", "Regionen",
            "other", "Annan");

    Section section() {
        return Section.of(
                "Handlingsplanen",
                line("Överenskommen", agreedOn),
                line("Deltagarens mål", ownGoal),
                line("Delmål 1", step(step1Purpose, step1Measure, step1Responsible, step1Date)),
                line("Delmål 2", step(step2Purpose, step2Measure, step2Responsible, step2Date)),
                line("Delmål 3", step(step3Purpose, step3Measure, step3Responsible, step3Date)),
                line("Utslussning", exitPlan),
                line("Efter deltagandet", aftercare));
    }

    private static String step(
            @Nullable String purpose,
            @Nullable String measure,
            @Nullable String responsible,
            @Nullable LocalDate date) {
        return Stream.of(
                        said("Syfte: ", purpose),
                        said("Insats: ", measure),
                        said(
                                "Ansvarig: ",
                                responsible == null ? null : RESPONSIBLE.getOrDefault(responsible, responsible)),
                        said("Datum: ", date))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String said(String label, @Nullable Object text) {
        return text == null ? null : label + text;
    }
}
