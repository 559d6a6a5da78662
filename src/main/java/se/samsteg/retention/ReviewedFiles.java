package se.samsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.form.Choice;
import se.samsteg.retention.ClosedFiles.File;

/** The files as the lead goes through them and chooses which are held. */
@Component
class ReviewedFiles {

    private final Retentions retentions;
    private final DueFiles dueFiles;
    private final Actor actor;
    private final Clock clock;

    ReviewedFiles(Retentions retentions, DueFiles dueFiles, Actor actor, Clock clock) {
        this.retentions = retentions;
        this.dueFiles = dueFiles;
        this.actor = actor;
        this.clock = clock;
    }

    /** Up to which day a file's last note was made. */
    LocalDate lastNote(String retentionId) {
        return dueFiles.lastNote(retentions.get(retentionId).programme());
    }

    /** The files that go unless they are held. */
    List<Choice> choices(String retentionId) {
        DueFiles.Shown shown = shown(retentionId);
        return shown.finished().stream()
                .map(file -> new Choice(label(file, shown.holds().get(file.number())), file.number()))
                .toList();
    }

    /** {@code SB-2021-0042, SB-2023-0007 · senaste anteckning 2023-05-04 · 81 anteckningar, 3 handlingar, 20 brev}. */
    private String label(File file, Retentions.@Nullable Hold hold) {
        return "%s · senaste anteckning %s · %s, %s, %d brev%s%s"
                .formatted(
                        String.join(", ", file.cases()),
                        file.lastNote(),
                        Numbers.counted(file.facts(), "anteckning", "anteckningar"),
                        Numbers.counted(file.documents(), "handling", "handlingar"),
                        file.letters(),
                        dueFiles.forArchive(file) ? " · lämnas till arkivet" : "",
                        hold == null ? "" : " · " + hold.words());
    }

    /** The files that are held since an earlier year. */
    List<String> held(String retentionId) {
        return shown(retentionId).held().stream().map(File::number).toList();
    }

    /** Why the held ones are held, as the lead said last; empty if none is. */
    String reason(String retentionId) {
        return shown(retentionId).holds().values().stream()
                .max(Comparator.comparing(Retentions.Hold::since))
                .map(Retentions.Hold::reason)
                .orElse("");
    }

    /** What is old enough and cannot go yet, and the years that must be signed first; empty if nothing is. */
    String running(String retentionId) {
        DueFiles.Shown shown = shown(retentionId);
        return shown.unfinished().stream()
                .map(file -> String.join(", ", file.cases()) + waitingFor(shown.unsigned(file)))
                .collect(Collectors.joining("\n"));
    }

    /** {@code  · väntar på årsbokslut för 2025, 2026}; empty where each year is signed. */
    private static String waitingFor(List<Integer> years) {
        return years.isEmpty()
                ? ""
                : " · väntar på årsbokslut för "
                        + years.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    void hold(String retentionId, Review review) {
        retentions.hold(
                retentions.get(retentionId).id(),
                review.hold(),
                Objects.requireNonNullElse(review.reason(), ""),
                actor.user(),
                LocalDate.now(clock));
    }

    private DueFiles.Shown shown(String retentionId) {
        return dueFiles.shown(retentions.get(retentionId));
    }
}
