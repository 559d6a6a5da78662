package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of missing data leads to tasks that there are. */
class LackTest {

    private static final List<UserTask> TASKS = Arrays.stream(
                    Objects.requireNonNull(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"))))
            .map(Bpmn::readModelFromFile)
            .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
            .toList();

    @ParameterizedTest
    @EnumSource(Lack.class)
    void eachLackNamesTheTaskOfItsFormAsTheModelDoes(Lack lack) {
        if (lack.element == null) {
            assertThat(TASKS).extracting(UserTask::getCamundaFormRef).doesNotContain(lack.form);
        } else {
            assertThat(TASKS)
                    .filteredOn(task -> task.getId().equals(lack.element))
                    .extracting(UserTask::getCamundaFormRef, UserTask::getName)
                    .contains(tuple(lack.form, lack.task));
        }
    }
}
