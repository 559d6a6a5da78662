package se.samsteg.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What may be read of a case, as {@code access/case-content.txt} says it; the one place where that is decided. */
@Component
class ContentRights {

    private static final String FILE = "access/case-content.txt";

    private final Map<Cell, Set<Condition>> cells = new HashMap<>();

    private record Cell(Content content, Standing standing) {}

    /** What must hold; {@code -} is held by nothing. */
    private enum Condition {
        YES,
        NEVER,
        OPEN,
        UNPROTECTED,
        CONSENT,
        REFERRAL,
        HEALTH,
        PLAN,
        ATTENDANCE;

        static Condition of(String word) {
            return word.equals("-") ? NEVER : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What is asked of a case and its reader.
     *
     * @param told what the reader's authority may know by the consents in force
     */
    record Asked(boolean open, boolean protectedIdentity, Set<Information> told) {

        private boolean meets(Condition condition) {
            return switch (condition) {
                case YES -> true;
                case NEVER -> false;
                case OPEN -> open;
                case UNPROTECTED -> !protectedIdentity;
                case CONSENT -> !told.isEmpty();
                case REFERRAL -> told.contains(Information.REFERRAL);
                case HEALTH -> told.contains(Information.HEALTH);
                case PLAN -> told.contains(Information.PLAN);
                case ATTENDANCE -> told.contains(Information.ATTENDANCE);
            };
        }
    }

    /** @throws IllegalStateException if the table lacks a kind or a standing, or has a word that is none */
    ContentRights() {
        List<String[]> rows = rows();
        List<Standing> columns = columns(rows.get(0));
        for (String[] row : rows.subList(1, rows.size())) {
            Content content = named(row[0], Content.values(), Content::code);
            if (row.length != columns.size() + 1) {
                throw new IllegalStateException(FILE + ": row " + row[0] + " must have one cell for each column");
            }
            for (int n = 0; n < columns.size(); n++) {
                cells.put(
                        new Cell(content, columns.get(n)),
                        Arrays.stream(row[n + 1].split(",")).map(Condition::of).collect(Collectors.toSet()));
            }
        }
        if (rows.size() - 1 != Content.values().length
                || cells.size() != Content.values().length * Standing.values().length) {
            throw new IllegalStateException(FILE + ": each kind of content must have one row");
        }
    }

    private static List<String[]> rows() {
        try {
            return new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Standing> columns(String[] head) {
        List<Standing> columns = Arrays.stream(head)
                .skip(1)
                .map(word -> named(word, Standing.values(), Standing::code))
                .toList();
        if (Set.copyOf(columns).size() != Standing.values().length) {
            throw new IllegalStateException(FILE + ": each standing must have a column");
        }
        return columns;
    }

    private static <T> T named(String word, T[] all, Function<T, String> code) {
        Optional<T> found =
                Arrays.stream(all).filter(one -> code.apply(one).equals(word)).findFirst();
        return found.orElseThrow(() -> new IllegalStateException(FILE + ": no " + word));
    }

    boolean may(Standing standing, Content content, Asked asked) {
        return cells.getOrDefault(new Cell(content, standing), Set.of(Condition.NEVER)).stream()
                .allMatch(asked::meets);
    }
}
