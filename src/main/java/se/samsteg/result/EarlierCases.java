package se.samsteg.result;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;

/** Cases of earlier years that the application brings with it, to look at. */
@Component
@Profile({"demo", "test"})
public class EarlierCases {

    private final Imports imports;
    private final Programmes programmes;

    EarlierCases(Imports imports, Programmes programmes) {
        this.imports = imports;
        this.programmes = programmes;
    }

    /**
     * Takes in all rows of a file, or none.
     *
     * @param file CSV, as {@code results/import.yml} describes it
     * @return how many cases were taken in
     * @throws IllegalArgumentException if a row is wrong; the message names its line and column
     */
    public int take(String programme, byte[] file) {
        ImportReport report = imports.run(programmes.get(programme), file, false)
                .orElseThrow(() -> new IllegalStateException("another import runs"));
        report.errors().stream().findFirst().ifPresent(error -> {
            throw new IllegalArgumentException(
                    "line %d, %s: %s".formatted(error.line(), error.column(), error.message()));
        });
        return report.added();
    }
}
