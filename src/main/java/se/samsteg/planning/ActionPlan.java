package se.samsteg.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import se.samsteg.form.Code;
import se.samsteg.form.FormText;
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
 * @param nextStep the first step on the programme's ladder
 */
record ActionPlan(
        String ownGoal,
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
        @Nullable String keyPersons,
        @Nullable String network,
        @Nullable Boolean networkConsent,
        @Nullable String commitments,
        String workForm,
        @Nullable String wantedGroup,
        @Nullable String activityRestriction,
        @Nullable String alternative,
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

    ActionPlan {
        List<String> wrong = new ArrayList<>();
        if (filled(step1Purpose, step1Measure, step1Responsible, step1Date) < 4) {
            wrong.add("Delmål 1: ange syfte, insats, ansvarig och datum.");
        }
        if (filled(step2Purpose, step2Measure, step2Responsible, step2Date) % 4 != 0) {
            wrong.add("Delmål 2: ange syfte, insats, ansvarig och datum, eller lämna allt tomt.");
        }
        if (filled(step3Purpose, step3Measure, step3Responsible, step3Date) % 4 != 0) {
            wrong.add("Delmål 3: ange syfte, insats, ansvarig och datum, eller lämna allt tomt.");
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

    private static long filled(@Nullable Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).count();
    }
}
