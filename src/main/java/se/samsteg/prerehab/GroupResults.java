package se.samsteg.prerehab;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.FactOf;
import se.samsteg.casefile.Facts;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Forms;
import se.samsteg.form.TaskTexts;

/** What was said of a participant's groups: by the leader when a group is over, and by staff when the participant left. */
@Component
class GroupResults {

    private final Facts facts;
    private final Forms filled;
    private final FormTexts forms;
    private final TaskTexts texts;
    private final Clock clock;

    GroupResults(Facts facts, Forms filled, FormTexts forms, TaskTexts texts, Clock clock) {
        this.facts = facts;
        this.filled = filled;
        this.forms = forms;
        this.texts = texts;
        this.clock = clock;
    }

    @FactOf("participation-change")
    record Changed(String change, String reason) {}

    private record Said(Instant at, String text) {}

    /** The form shows which group it is; what it shows is not typed. */
    void record(DelegateTask task) {
        GroupEvaluation evaluation = filled.of(task).as(GroupEvaluation.class);
        facts.append(task, null, evaluation.of((String) task.getVariable("attendedGroup")));
        show((String) task.getVariable("caseNumber"));
    }

    /** The coach who is deciding the next step reads at once what is said now. */
    private void show(String caseNumber) {
        texts.rewrite(caseNumber, (key, shown) -> key.equals("groupResult") ? of(caseNumber) : shown);
    }

    /** One paragraph for each, the newest first. */
    String of(String caseNumber) {
        var evaluation = forms.get("prerehab-group-evaluation");
        var change = forms.get("participation-change");
        String said = Stream.concat(
                        facts.all(caseNumber, GroupGave.class).stream()
                                .map(entry -> new Said(
                                        entry.at(),
                                        Stream.of(
                                                        entry.content().attendedGroup(),
                                                        entry.content().gave(),
                                                        entry.content().ownWords(),
                                                        "Vad som följer: "
                                                                + evaluation.option(
                                                                        "next",
                                                                        entry.content()
                                                                                .next()))
                                                .filter(Objects::nonNull)
                                                .collect(Collectors.joining("\n")))),
                        facts.all(caseNumber, Changed.class).stream()
                                .map(entry -> new Said(
                                        entry.at(),
                                        change.option("change", entry.content().change()) + ": "
                                                + entry.content().reason())))
                .sorted(Comparator.comparing(Said::at).reversed())
                .map(one -> LocalDate.ofInstant(one.at(), clock.getZone()) + "\n" + one.text())
                .collect(Collectors.joining("\n\n"));
        return said.isEmpty() ? "Inget är sagt om någon grupp än." : said;
    }
}
