package se.samsteg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;

/** Every name that a model shares with code, forms or groups exists there. */
class ModelTest {

    private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w*)\\.(\\w+)\\(([^()]*)\\)");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Set<String> ENGINE = Set.of("execution", "task");

    /** Today's models, and those that were released: cases that run go on calling what those name. */
    private static List<Path> models() throws IOException {
        List<Path> models = new ArrayList<>(Models.files("processes", ".bpmn"));
        try (var releases = Files.list(Path.of("src/test/released"))) {
            for (Path release : releases.filter(Files::isDirectory).toList()) {
                models.addAll(Models.files(release.resolve("processes").toString(), ".bpmn"));
            }
        }
        return models;
    }

    @Test
    void everyExpressionOfEveryReleaseCallsAMethodThatAPhaseHas() throws IOException {
        Map<String, Class<?>> phases = Models.phases();
        List<String> wrong = new ArrayList<>();
        for (Path file : models()) {
            Matcher expression = EXPRESSION.matcher(Files.readString(file));
            while (expression.find()) {
                Matcher call = CALL.matcher(expression.group(1));
                while (call.find()) {
                    if (!ENGINE.contains(call.group(1))
                            && !exists(phases.get(call.group(1)), call.group(2), call.group(3))) {
                        wrong.add(file + ": " + call.group());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean exists(Class<?> phase, String method, String arguments) {
        int arity = arguments.isBlank() ? 0 : arguments.split(",").length;
        return phase != null
                && Arrays.stream(phase.getMethods())
                        .filter(candidate -> Modifier.isPublic(candidate.getModifiers()))
                        .anyMatch(candidate ->
                                candidate.getName().equals(method) && candidate.getParameterCount() == arity);
    }

    @Test
    void everyPublicMethodOfAPhaseIsUsedByAModelOrByCode() throws IOException {
        StringBuilder models = new StringBuilder();
        for (Path file : models()) {
            models.append(Files.readString(file));
        }
        List<String> unused = new ArrayList<>();
        Models.phases().forEach((bean, phase) -> {
            for (Method method : phase.getDeclaredMethods()) {
                boolean visible = Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
                boolean calledInCode = Models.CODE.get(phase).getMethods().stream()
                        .filter(candidate -> candidate.getName().equals(method.getName()))
                        .anyMatch(candidate -> !candidate.getAccessesToSelf().isEmpty());
                if (visible && !calledInCode && !models.toString().contains(bean + "." + method.getName() + "(")) {
                    unused.add(bean + "." + method.getName());
                }
            }
        });
        assertThat(unused).isEmpty();
    }

    /** A soft hyphen that is not seen makes a search for the word miss it. */
    @Test
    void noNameHasAnInvisibleSign() {
        Models.processes().forEach((file, model) -> model.getModelElementsByType(FlowElement.class)
                .forEach(element -> assertThat(Objects.requireNonNullElse(element.getName(), ""))
                        .as(file + " " + element.getId())
                        .doesNotContainPattern("[\\p{Cf}\\p{Co}&&[^\n]]|[\\p{Zs}&&[^ ]]")));
    }

    @Test
    void everyProcessIsNamedAsItsFile() {
        Models.processes()
                .forEach((file, model) ->
                        assertThat(Models.process(model).getId()).as(file).isEqualTo(file));
    }

    @Test
    void everyProcessHasAPictureAndEveryPictureAProcess() {
        assertThat(Models.files("docs/pictures/processes", ".png").stream()
                        .map(Models::name)
                        .toList())
                .containsExactlyElementsOf(Models.processes().keySet());
    }

    @Test
    void everyUserTaskHasAFormOfItsOwnPhaseAndIsRecordedWhenItIsCompleted() {
        Set<String> forms = Models.forms().keySet();
        List<String> wrong = new ArrayList<>();
        Models.processes().forEach((file, model) -> {
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String form = task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
                if (!forms.contains(form)) {
                    wrong.add(file + " " + task.getId() + ": no form " + form);
                }
                boolean recorded = task.getExtensionElements() != null
                        && task
                                .getExtensionElements()
                                .getElementsQuery()
                                .filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener.class)
                                .list()
                                .stream()
                                .anyMatch(listener -> "complete".equals(listener.getCamundaEvent()));
                if (!recorded) {
                    wrong.add(file + " " + task.getId() + ": nothing records it");
                }
                if (task.getCamundaAssignee() == null && task.getCamundaCandidateGroups() == null) {
                    wrong.add(file + " " + task.getId() + ": has no assignee and no candidates");
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFormIsUsedByATaskOrAStartEvent() {
        Set<String> used = new TreeSet<>();
        Models.processes().values().forEach(model -> {
            model.getModelElementsByType(UserTask.class)
                    .forEach(task ->
                            used.add(task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef")));
            model.getModelElementsByType(StartEvent.class).stream()
                    .map(start -> start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"))
                    .filter(java.util.Objects::nonNull)
                    .forEach(used::add);
        });
        assertThat(Models.forms().keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    /** In its task the field would be what an expression means, and not the bean of the same name. */
    @Test
    void noFieldOfAFormHidesABeanThatItsModelCalls() throws IOException {
        var forms = Models.forms();
        Set<String> phases = Models.phases().keySet();
        List<String> wrong = new ArrayList<>();
        for (Path file : Models.files("processes", ".bpmn")) {
            String model = Files.readString(file);
            Matcher form = Pattern.compile("formRef=\"([a-z-]+)\"").matcher(model);
            while (form.find()) {
                Models.fields(forms.get(form.group(1))).stream()
                        .map(field -> field.path("key").asText())
                        .filter(phases::contains)
                        .filter(key -> Pattern.compile("\\b" + key + "\\.\\w+\\(")
                                .matcher(model)
                                .find())
                        .forEach(key -> wrong.add(file.getFileName() + " " + form.group(1) + ": " + key));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyCalledProcessAndDecisionExists() {
        var processes = Models.processes();
        processes.forEach((file, model) -> {
            assertThat(model.getModelElementsByType(CallActivity.class))
                    .extracting(CallActivity::getCalledElement)
                    .as(file)
                    .isSubsetOf(processes.keySet());
            assertThat(model.getModelElementsByType(BusinessRuleTask.class).stream()
                            .map(BusinessRuleTask::getCamundaDecisionRef)
                            .filter(java.util.Objects::nonNull)
                            // A decision that the programme names.
                            .filter(decision -> !decision.startsWith("${"))
                            .toList())
                    .as(file)
                    .isSubsetOf(Models.decisions());
        });
    }

    @Test
    void everyDecisionThatAProgrammeNamesExists() {
        for (Settings programme : ProgrammeFiles.all().all()) {
            assertThat(Models.decisions())
                    .as(programme.id())
                    .contains(programme.waiting().decision());
        }
    }

    @Test
    void everyCandidateGroupIsARoleOfTheGlossary() throws IOException {
        String glossary = Files.readString(Path.of("docs/glossary.md"));
        Models.processes().forEach((file, model) -> model.getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> task.getCamundaCandidateGroupsList().stream())
                .filter(group -> !group.startsWith("$"))
                .forEach(group -> assertThat(glossary).as(file).contains("`" + group + "`")));
    }

    @Test
    void everyLetterThatAModelWritesHasATemplateWithASubjectAndEveryTemplateIsUsed() throws IOException {
        Set<String> written = new TreeSet<>();
        Pattern letter = Pattern.compile("letter\\.to\\w+\\(execution, '([a-z-]+)'");
        for (Path file : Models.files("processes", ".bpmn")) {
            Matcher matcher = letter.matcher(Files.readString(file));
            while (matcher.find()) {
                written.add(matcher.group(1));
            }
        }
        Set<String> templates = Models.files("src/main/resources/letters", ".txt").stream()
                .map(Models::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(templates).containsAll(written);
        String code = sources();
        assertThat(templates)
                .allMatch(template -> written.contains(template) || code.contains("\"" + template + "\""), "is used");
        for (Path file : Models.files("src/main/resources/letters", ".txt")) {
            assertThat(Files.readString(file)).as(file.toString()).startsWith("Ämne: ");
        }
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
