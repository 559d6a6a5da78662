package se.samsteg.result;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsteg.engine.CaseTasks;

/**
 * Where the lead fills in what a case lacks: in the open task, otherwise with a correction of the form that was completed,
 * otherwise in the case, whose task has not come yet. An imported case is imported again.
 */
@Component
class LackLinks {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?";
    private static final String CORRECTION = TASKLIST + "processStart=rectification";
    private static final String IMPORT = "/camunda/app/samsteg/import.html";

    private final CaseTasks tasks;

    LackLinks(CaseTasks tasks) {
        this.tasks = tasks;
    }

    /** Of a case: what it lacks, each with where it is filled in. */
    record Line(String caseNumber, boolean imported, List<Link> links) {

        public String page() {
            return "/arende/" + caseNumber;
        }
    }

    /**
     * @param lacking in Swedish
     * @param text of the link, in Swedish
     * @param url of the page
     */
    record Link(String lacking, String text, String url) {}

    private record Asked(String caseNumber, String element) {}

    List<Line> of(List<MissingData.Row> rows) {
        Map<Asked, String> open = open(rows);
        return rows.stream()
                .map(row -> new Line(row.caseNumber(), row.imported(), links(row, open)))
                .toList();
    }

    private Map<Asked, String> open(List<MissingData.Row> rows) {
        List<String> caseNumbers = rows.stream()
                .filter(row -> !row.imported() && !row.open().isEmpty())
                .map(MissingData.Row::caseNumber)
                .toList();
        return caseNumbers.isEmpty()
                ? Map.of()
                : tasks.of(caseNumbers).stream()
                        .collect(Collectors.toMap(
                                task -> new Asked(task.caseNumber(), task.element()),
                                CaseTasks.Open::id,
                                (dueFirst, later) -> dueFirst));
    }

    private static List<Link> links(MissingData.Row row, Map<Asked, String> open) {
        if (row.imported()) {
            return List.of(new Link(
                    row.open().stream().map(lack -> lack.words).collect(Collectors.joining(", ")),
                    "importera ärendet på nytt",
                    IMPORT));
        }
        return Stream.concat(
                        row.open().stream().map(lack -> toTask(row.caseNumber(), lack, open)),
                        row.told().stream()
                                .map(lack ->
                                        new Link(lack.words, "rätta svaret i " + lack.task + ": Rättelse", CORRECTION)))
                .toList();
    }

    private static Link toTask(String caseNumber, Lack lack, Map<Asked, String> open) {
        String task = lack.element == null ? null : open.get(new Asked(caseNumber, lack.element));
        return task == null
                ? new Link(
                        lack.words, "uppgiften %s är inte öppen: ärendet".formatted(lack.task), "/arende/" + caseNumber)
                : new Link(lack.words, "öppna uppgiften " + lack.task, TASKLIST + "task=" + task);
    }
}
