package se.samsteg.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsteg.form.FormFiles;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.programme.ProgrammeFiles;

class ActionPlanTest {

    static final Map<String, Object> WHOLE = Map.ofEntries(
            Map.entry("ownGoal", "Jag vill arbeta med barn"),
            Map.entry("step1Purpose", "Bättre sömn"),
            Map.entry("step1Measure", "Hälsogrupp"),
            Map.entry("step1Responsible", "coach"),
            Map.entry("step1Date", "2026-06-01"),
            Map.entry("workForm", "group"),
            Map.entry("wantedGroup", "halsogrupp"),
            Map.entry("nextStep", "prerehab"),
            Map.entry("talkIntervalWeeks", 2),
            Map.entry("exitPlan", "När praktiken är klar"),
            Map.entry("aftercare", "Vårdcentralen"),
            Map.entry("agreedOn", "2026-03-02"));

    private static ActionPlan plan(@Nullable Object... changes) {
        Map<String, Object> values = new HashMap<>(WHOLE);
        for (int n = 0; n < changes.length; n += 2) {
            String key = (String) Objects.requireNonNull(changes[n]);
            Object value = changes[n + 1];
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        }
        ActionPlan plan = new Forms.Filled("planning-action-plan", "1", values).as(ActionPlan.class);
        plan.check(ProgrammeFiles.samboradet(), FormFiles.text("planning-action-plan"));
        return plan;
    }

    private static void refused(String because, @Nullable Object... changes) {
        assertThatThrownBy(() -> plan(changes)).isInstanceOf(Refused.class).hasMessageContaining(because);
    }

    @Test
    void aWholePlanIsRead() {
        assertThat(plan().agreedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void aStepIsWholeOrNotThere() {
        refused("Delmål 1", "step1Date", null);
        refused("Delmål 2", "step2Purpose", "Svenska");
        refused("Delmål 3", "step3Purpose", "Svenska", "step3Measure", "SFI", "step3Responsible", "soc");
    }

    @Test
    void familyAndNetworkAreOnlyThereWithConsent() {
        refused("samtycka", "network", "Systern");
        assertThat(plan("network", "Systern", "networkConsent", true).network()).isEqualTo("Systern");
    }

    @Test
    void whoCannotTakePartIsOfferedSomethingElse() {
        refused("Alternativ", "activityRestriction", "Träning");
        assertThat(plan("activityRestriction", "Träning", "alternative", "Promenader")
                        .alternative())
                .isEqualTo("Promenader");
    }

    @Test
    void eachSeriesThatIsNotPossibleHasItsOwnAlternative() {
        refused("Kan inte delta i 2", "unable2Series", "Träning");
        refused("Kan inte delta i 1", "unable1Instead", "Promenader");
        refused(
                "delen står på en rad redan",
                "unable1Series",
                "Träning",
                "unable1Instead",
                "Promenader",
                "unable3Series",
                "Träning",
                "unable3Instead",
                "Simning");
        assertThat(plan("unable2Series", "Träning", "unable2Instead", "Promenader")
                        .unable())
                .containsExactly(new ActionPlan.Unable(2, "Träning", "Promenader"));
        assertThat(plan().unable()).isEmpty();
    }

    @Test
    void whoWorksInAGroupWantsAGroup() {
        refused("Önskad grupp", "wantedGroup", "none", "wantsAssessment", true);
        refused("Önskad grupp", "workForm", "individual");
    }

    @Test
    void prerehabIsNeverAnEmptyStep() {
        refused("Nästa steg", "workForm", "individual", "wantedGroup", null);
        assertThat(plan("workForm", "individual", "wantedGroup", null, "wantsAssessment", true)
                        .nextStep())
                .isEqualTo("prerehab");
    }
}
