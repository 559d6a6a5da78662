package se.samsteg.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import se.samsteg.form.Code;
import se.samsteg.form.FormText;
import se.samsteg.form.Numbered;
import se.samsteg.form.OptionsOf;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeRules;
import se.samsteg.programme.Settings;

/**
 * The participant's plan, with exit and aftercare in it from the first day.
 *
 * @param workForm group, individual or both
 * @param wantedGroup a group type of the programme, or {@code none}; null when the participant works individually
 * @param alternative what is offered instead of what the participant cannot take part in
 * @param unable series of the programme's groups that the participant cannot take part in
 * @param nextStep the first step on the programme's ladder
 */
record ActionPlan(
        String ownGoal,
        @Numbered("step") List<Step> steps,
        @Nullable String keyPersons,
        @Nullable String network,
        @Nullable Boolean networkConsent,
        @Nullable String commitments,
        String workForm,
        @Nullable String wantedGroup,
        @Nullable String activityRestriction,
        @Nullable String alternative,
        @Numbered("unable") List<Unable> unable,
        @Nullable Boolean wantsAssessment,
        String nextStep,
        Integer talkIntervalWeeks,
        String exitPlan,
        String aftercare,
        LocalDate agreedOn,
        @Nullable Boolean preliminary)
        implements ProgrammeRules {

    @OptionsOf("planning-action-plan.workForm")
    enum WorkForm implements Code {
        GROUP,
        INDIVIDUAL
    }

    /** A step towards the participant's goal. */
    record Step(
            int number,
            @Nullable String purpose,
            @Nullable String measure,
            @Nullable String responsible,
            @Nullable LocalDate date) {

        boolean complete() {
            return purpose != null && measure != null && responsible != null && date != null;
        }
    }

    /** A series that the participant cannot take part in, and what is offered instead. */
    record Unable(
            int number, @Nullable String series, @Nullable String instead) {}

    ActionPlan {
        List<String> wrong = new ArrayList<>();
        if (steps.stream().noneMatch(step -> step.number == 1)) {
            wrong.add("Delmål 1: ange syfte, insats, ansvarig och datum.");
        }
        for (Step step : steps) {
            if (!step.complete()) {
                wrong.add("Delmål %d: ange syfte, insats, ansvarig och datum%s."
                        .formatted(step.number, step.number == 1 ? "" : ", eller lämna allt tomt"));
            }
        }
        if (network != null && !Boolean.TRUE.equals(networkConsent)) {
            wrong.add("Familj och nätverk: deltagaren behöver samtycka till att de kontaktas.");
        }
        boolean group = Settings.Group.chosen(wantedGroup);
        if (WorkForm.GROUP.is(workForm) && !group) {
            wrong.add("Önskad grupp: välj en grupp när deltagaren arbetar i grupp.");
        }
        if (WorkForm.INDIVIDUAL.is(workForm) && group) {
            wrong.add("Önskad grupp: deltagaren arbetar enskilt.");
        }
        if (activityRestriction != null && alternative == null) {
            wrong.add("Alternativ i stället: ange vad deltagaren erbjuds i stället.");
        }
        unable = Objects.requireNonNullElse(unable, List.of());
        Set<String> named = new HashSet<>();
        for (Unable row : unable) {
            if (row.series() == null || row.instead() == null) {
                wrong.add("Kan inte delta i %d: ange både del och alternativ, eller lämna båda tomma."
                        .formatted(row.number()));
            } else if (!named.add(row.series())) {
                wrong.add("Kan inte delta i %d: delen står på en rad redan.".formatted(row.number()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    @Override
    public void check(Settings programme, FormText form) {
        Settings.Step step = programme.step(nextStep).orElse(null);
        if (step != null
                && step.needsGroupOrAssessment()
                && !Settings.Group.chosen(wantedGroup)
                && !Boolean.TRUE.equals(wantsAssessment)) {
            throw new Refused("%s: %s kräver en grupp eller arbetsterapeutens bedömning i planen."
                    .formatted(form.label("nextStep"), StringUtils.uncapitalize(step.name())));
        }
    }
}
