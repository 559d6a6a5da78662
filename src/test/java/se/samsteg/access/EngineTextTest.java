package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;

/** The rights to tasks are the engine's own statements and one condition more, which holds for these statements only. */
class EngineTextTest {

    private static byte[] engines(String name) throws IOException {
        try (InputStream text = TaskEntity.class
                .getClassLoader()
                .getResourceAsStream("org/camunda/bpm/engine/impl/mapping/entity/" + name)) {
            return Objects.requireNonNull(text).readAllBytes();
        }
    }

    @Test
    void theEnginesTextIsTheOneThatWasReadAndAnyOtherStopsTheStart() throws IOException {
        byte[] text = engines("Task.xml");
        assertThatCode(() -> TaskRights.mustHaveBeenRead("Task.xml", new ByteArrayInputStream(text)))
                .doesNotThrowAnyException();

        String changed = new String(text, StandardCharsets.UTF_8).replaceFirst("RES\\.ASSIGNEE_", "RES.OWNER_");
        assertThat(changed).isNotEqualTo(new String(text, StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TaskRights.mustHaveBeenRead(
                        "Task.xml", new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Task.xml is not the engine's text");
    }
}
