package se.samsteg.form;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsteg.form.Models.form;
import static se.samsteg.form.Models.oneTask;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FormTextsTest {

    private static final FormEngine ENGINE = FormEngine.fresh(forms -> Map.of());

    private final FormTexts texts = new FormTexts(
            (ProcessEngineConfigurationImpl) ENGINE.engine.getProcessEngineConfiguration(),
            ENGINE.engine.getRepositoryService());

    @AfterEach
    void clear() {
        ClockUtil.reset();
        ENGINE.clear();
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void newDeploymentIsSeenAndEachVersionKeepsItsWords() {
        String first = deploys("Anteckning", 1);
        assertThat(label("test-form", first)).isEqualTo("Anteckning");
        String second = deploys("Vad som hände", 2);

        assertThat(texts.get("test-form").field("note").orElseThrow().label()).isEqualTo("Vad som hände");
        assertThat(label("test-form", first)).isEqualTo("Anteckning");
        assertThat(label("test-form", second)).isEqualTo("Vad som hände");
        assertThat(texts.form("test-form", first).orElseThrow().version()).isEqualTo(first);
    }

    @Test
    void versionThatIsNotDeployedIsReadAsTheNewestAlsoAfterTheNextDeployment() {
        deploys("Anteckning", 1);
        assertThat(label("test-form", "unknown")).isEqualTo("Anteckning");
        deploys("Vad som hände", 2);
        assertThat(label("test-form", "unknown")).isEqualTo("Vad som hände");
        assertThat(texts.of("no-such-form", "unknown")).isEmpty();
    }

    private String label(String form, String version) {
        return texts.of(form, version).orElseThrow().field("note").orElseThrow().label();
    }

    /** @return the version */
    private String deploys(String label, int second) {
        ClockUtil.setCurrentTime(new Date(second * 1000L));
        ENGINE.deploy(
                oneTask("")
                        .replace("id=\"test\"", "id=\"test\" name=\"Prov\"")
                        .replace("id=\"task\"", "id=\"task\" name=\"Anteckna\""),
                form("{\"type\":\"textarea\",\"key\":\"note\",\"label\":\"" + label + "\"}"));
        return texts.get("test-form").version();
    }
}
