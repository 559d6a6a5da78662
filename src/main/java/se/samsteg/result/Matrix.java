package se.samsteg.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From what to what, of one period: a table whose cells are the darker the more they count. It is its own chart, and reads
 * the same on paper and aloud.
 *
 * @param from heading of what was before
 * @param to heading of what came after
 * @param columns what came after
 */
record Matrix(String caption, String from, String to, List<String> columns, List<Row> rows) {

    /** Between the codes of what was before and what is after. */
    private static final String TO = ">";

    private static final String TO_LABEL = " → ";

    private static final int SHADES = 5;

    record Row(String label, List<Cell> cells) {}

    /** @param shade 0 for none to 5 for the most */
    record Cell(String text, int shade) {}

    /** Whether the parts of a figure are each from something to something. */
    static boolean is(Published.Shown figure) {
        return !figure.parts().isEmpty()
                && figure.parts().stream().allMatch(part -> part.code().contains(TO));
    }

    /**
     * One for each period, over the same codes and with the same shades, so that they can be compared.
     *
     * @param captions by figure, in the order of the periods
     */
    static List<Matrix> of(Map<String, Published.Shown> captions) {
        Map<String, String> labels = new LinkedHashMap<>();
        Set<String> before = new LinkedHashSet<>();
        Set<String> after = new LinkedHashSet<>();
        int most = 1;
        for (Published.Shown figure : captions.values()) {
            for (Published.Part part : figure.parts()) {
                String[] codes = part.code().split(TO, 2);
                String[] words = part.label().split(TO_LABEL, 2);
                before.add(codes[0]);
                after.add(codes[1]);
                labels.put(codes[0], words[0]);
                labels.put(codes[1], words[words.length - 1]);
                most = Math.max(most, Objects.requireNonNullElse(part.count(), 0));
            }
        }
        // Both ways in one order, so that those who stayed where they were stand on the diagonal.
        List<String> order = new ArrayList<>(before);
        after.stream().filter(code -> !before.contains(code)).forEach(order::add);
        List<String> columns = order.stream().filter(after::contains).toList();
        List<Matrix> matrices = new ArrayList<>();
        int highest = most;
        captions.forEach((caption, figure) -> {
            Map<String, Published.Part> parts =
                    figure.parts().stream().collect(Collectors.toMap(Published.Part::code, Function.identity()));
            matrices.add(new Matrix(
                    caption,
                    heading(figure, "Från steg", "Vid avslut", "Före"),
                    heading(figure, "Till steg", "Ett år efter", "Efter"),
                    columns.stream().map(labels::get).toList(),
                    before.stream()
                            .map(from -> new Row(
                                    labels.getOrDefault(from, from),
                                    columns.stream()
                                            .map(to -> cell(parts.get(from + TO + to), highest))
                                            .toList()))
                            .toList()));
        });
        return matrices;
    }

    private static String heading(Published.Shown figure, String ladder, String oneYear, String other) {
        return figure.id().equals(TimeFigures.LADDER) ? ladder : figure.id().startsWith("oneYear.") ? oneYear : other;
    }

    private static Cell cell(Published.@Nullable Part part, int most) {
        if (part == null) {
            return new Cell(ResultTable.count(0), 0);
        }
        Integer count = part.count();
        return count == null
                ? new Cell(ResultTable.WITHHELD, 0)
                : new Cell(String.valueOf(count), (SHADES * count + most - 1) / most);
    }
}
