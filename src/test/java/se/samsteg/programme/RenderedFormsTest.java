package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samsteg.engine.Actor;

class RenderedFormsTest {

    private static final String FORM = """
            {"id": "exit-outcome", "components": [{"key": "type", "values": [
              {"label": "Ingen", "value": "none"}, {"label": "{placements}", "value": "{placements}"}]}]}""";

    private final Programmes programmes = mock(Programmes.class);
    private final Actor actor = mock(Actor.class);
    private final RenderedForms forms = new RenderedForms(programmes, actor);

    @BeforeEach
    void twoProgrammes() {
        Settings one = programme("one", "botkyrka", "Praktik");
        Settings two = programme("two", "stockholm", "OSA");
        when(programmes.all()).thenReturn(List.of(one, two));
        when(programmes.get("two")).thenReturn(two);
    }

    private static Settings programme(String id, String tenant, String placement) {
        Settings settings = mock(Settings.class);
        when(settings.id()).thenReturn(id);
        when(settings.name()).thenReturn("Programmet " + id);
        when(settings.tenant()).thenReturn(tenant);
        when(settings.workplace())
                .thenReturn(new Settings.Workplace(
                        java.time.Period.ofWeeks(4),
                        List.of(new Settings.PlacementType(id + "-code", placement, false))));
        return settings;
    }

    @Test
    void aFormOffersTheListOfItsProgrammeWhereItsOptionsSaySo() {
        Map<String, String> rendered = forms.rendered(FORM);
        assertThat(rendered).containsOnlyKeys("exit-outcome", "one.exit-outcome", "two.exit-outcome");
        assertThat(rendered.get("exit-outcome"))
                .contains("Ingen", "Praktik", "OSA")
                .doesNotContain("{placements}");
        assertThat(rendered.get("one.exit-outcome"))
                .contains("\"id\" : \"one.exit-outcome\"", "Ingen", "Praktik", "one-code")
                .doesNotContain("OSA");
    }

    private static final String PLAN = """
            {"id": "group-plan", "components": [
              {"key": "programme", "values": [{"label": "{programmes}", "value": "{programmes}"}]},
              {"key": "type", "values": [{"label": "{placements}", "value": "{placements}"}]}]}""";

    @Test
    void theProgrammeIsAskedOnlyWhereAnAssociationHasSeveralAndOnlyItsOwnAreOffered() {
        Settings one = programme("one", "botkyrka", "Praktik");
        Settings two = programme("two", "stockholm", "OSA");
        Settings three = programme("three", "stockholm", "Extra tjänst");
        when(programmes.all()).thenReturn(List.of(one, two, three));

        Map<String, String> rendered = forms.rendered(PLAN);
        assertThat(rendered)
                .containsOnlyKeys(
                        "group-plan", "one.group-plan", "two.group-plan", "three.group-plan", "three-two.group-plan");
        assertThat(rendered.get("one.group-plan")).contains("Praktik").doesNotContain("programme");
        assertThat(rendered.get("two.group-plan")).contains("OSA").doesNotContain("programme", "Extra tjänst");
        assertThat(rendered.get("three-two.group-plan"))
                .contains("\"programme\"", "Programmet two", "Programmet three", "OSA", "Extra tjänst")
                .doesNotContain("Programmet one", "Praktik");

        when(actor.tenants()).thenReturn(List.of("stockholm"));
        assertThat(forms.ofStart("group")).isEqualTo("three-two");
        when(actor.tenants()).thenReturn(List.of("botkyrka"));
        assertThat(forms.ofStart("group")).isEqualTo("one");
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getTenantId()).thenReturn("stockholm");
        assertThat(forms.of(execution)).isEqualTo("three-two");
    }

    private static final String REFERRAL = """
            {"id": "referral-referral", "components": [
              {"type": "text", "text": "{rules}"},
              {"type": "group", "components": [
                {"key": "authorities", "description": "Minst {limit:authoritiesNeeded} myndigheter."}]}]}""";

    @Test
    void theRulesAndLimitsOfTheProgrammeStandInItsFormAndAreLeftOutWhereThereAreNone() {
        Settings one = programmes.all().iterator().next();
        Settings two = programmes.get("two");
        when(one.referral()).thenReturn(new Settings.Referral("Allt är frivilligt."));
        when(one.eligibility()).thenReturn(new Settings.Eligibility("eligibility", Map.of("authoritiesNeeded", 3)));
        when(two.referral()).thenReturn(new Settings.Referral(null));
        when(two.eligibility()).thenReturn(new Settings.Eligibility("eligibility", Map.of()));

        Map<String, String> rendered = forms.rendered(REFERRAL);
        assertThat(rendered.get("one.referral-referral")).contains("Allt är frivilligt.", "Minst 3 myndigheter.");
        assertThat(forms.own("two", REFERRAL).get("two.referral-referral"))
                .contains("authorities")
                .doesNotContain("{rules}", "\"text\"", "description");
        assertThat(rendered.get("referral-referral")).doesNotContain("{rules}", "{limit");
    }

    @Test
    void aFormWithoutListsIsDeployedAsItIs() {
        String plain = "{\"id\": \"alert-handling\", \"components\": []}";
        assertThat(forms.rendered(plain)).containsExactly(Map.entry("alert-handling", plain));
    }

    @Test
    void aFormOfAProgrammeHasTheListsOfThatProgramme() {
        assertThat(forms.own("two", FORM))
                .containsOnlyKeys("two.exit-outcome")
                .allSatisfy((id, text) -> assertThat(text).contains("OSA").doesNotContain("Praktik"));
    }

    @Test
    void aListThatNoProgrammeHasIsRefusedByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forms.rendered(FORM.replace("{placements}", "{houses}")))
                .withMessageContaining("exit-outcome")
                .withMessageContaining("houses");
    }

    @Test
    void aTaskIsOfTheProgrammeWhoseCaseNumberItsTitleEndsWith() {
        Settings two = programmes.get("two");
        when(programmes.find("TWO-2026-0007")).thenReturn(java.util.Optional.of(two));
        DelegateTask task = mock(DelegateTask.class);
        when(task.getName()).thenReturn("Registrera utfall · TWO-2026-0007");
        assertThat(forms.of(task)).isEqualTo("two");
    }

    @Test
    void whatIsAboutNoCaseIsOfTheOnlyProgrammeOfItsAssociation() {
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getTenantId()).thenReturn("stockholm");
        assertThat(forms.of(execution)).isEqualTo("two");
        when(execution.getTenantId()).thenReturn("elsewhere");
        assertThat(forms.of(execution)).isNull();
    }

    @Test
    void theFormOfAProgrammesOwnProcessIsItsOwnAndOtherStartFormsAreThoseOfTheUsersAssociation() {
        when(actor.tenants()).thenReturn(List.of("botkyrka"));
        assertThat(forms.ofStart("two")).isEqualTo("two");
        assertThat(forms.ofStart("group")).isEqualTo("one");
        when(actor.tenants()).thenReturn(List.of("botkyrka", "stockholm"));
        assertThat(forms.ofStart("group")).isNull();
    }
}
