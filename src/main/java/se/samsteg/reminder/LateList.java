package se.samsteg.reminder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.samsteg.casefile.Information;
import se.samsteg.engine.OverdueTasks.Overdue;
import se.samsteg.letter.Letter;

/**
 * Overdue tasks as a letter lists them:
 * {@code SB-2026-0042: Skriv handlingsplan (skulle ha varit klar 2026-11-02), Gör kartläggning (...)}.
 *
 * @param detail those that are about no case
 * @param lines those about cases
 */
record LateList(String detail, List<Letter.Line> lines) {

    private record Subject(String caseNumber, Information information) {}

    /**
     * @param cases numbers that are cases
     * @param words what is said of a task
     */
    static LateList of(List<Overdue> tasks, Set<String> cases, Function<Overdue, String> words) {
        Map<Subject, Set<String>> ofCases = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (Overdue task : tasks) {
            String about = task.about();
            if (about != null && cases.contains(about)) {
                ofCases.computeIfAbsent(new Subject(about, information(task)), subject -> new LinkedHashSet<>())
                        .add(words.apply(task));
            } else {
                others.add(about == null ? words.apply(task) : about + ": " + words.apply(task));
            }
        }
        List<Letter.Line> lines = new ArrayList<>();
        ofCases.forEach((subject, said) -> lines.add(new Letter.Line(
                subject.caseNumber(), subject.caseNumber() + ": " + String.join(", ", said), subject.information())));
        return new LateList(String.join("\n", others), lines);
    }

    private static Information information(Overdue task) {
        return task.discloses() == null ? Information.REFERRAL : Information.of(task.discloses());
    }
}
