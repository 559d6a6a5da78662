package se.samsteg.result;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page's tables say of one period, and of two. */
class ResultTablesTest {

    private static Published.Part part(String code, @Nullable Integer count) {
        return new Published.Part(code, code.replace(">", " → "), count, null, count == null);
    }

    private static Published of(int year, String figure, Published.Part... parts) {
        Published.Shown shown = new Published.Shown(
                figure,
                "Figur",
                "Så räknas det.",
                "Formulär",
                9,
                null,
                null,
                null,
                0,
                0,
                null,
                List.of(),
                null,
                List.of(parts),
                List.of(),
                List.of(),
                null,
                false);
        return new Published(
                new Account("samboradet", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), List.of()),
                true,
                List.of(shown));
    }

    private static List<String> rows(ResultTable table) {
        return table.rows().stream().map(row -> row.label() + " " + row.cells()).toList();
    }

    @Test
    void theSecondPeriodStandsBesideTheFirst() {
        ResultTables tables = new ResultTables(List.of(
                of(2011, "exits.total", part("work", 7), part("studies", null)),
                of(2010, "exits.total", part("moved", 5), part("work", 6))));

        ResultTable parts = requireNonNull(tables.sections().get(0).parts());

        assertThat(parts.periods()).containsExactly("2011", "2010");
        assertThat(rows(parts)).containsExactly("work [7, –, 6, –]", "studies [–, –, 0, 0 %]", "moved [0, 0 %, 5, –]");
        assertThat(parts.rows().get(0).barsAsJson()).isEqualTo("[7, 6]");
        assertThat(parts.rows().get(1).barsAsJson()).isEqualTo("[null, 0]");
    }

    @Test
    void casesThatStayedStandOnTheDiagonalAndMoreIsDarker() {
        ResultTables tables = new ResultTables(List.of(
                of(2011, "occupation", part("a>b", 10), part("b>b", 1)),
                of(2010, "occupation", part("a>a", 5), part("b>c", null))));

        List<Matrix> matrices = tables.sections().get(0).matrices();

        assertThat(tables.sections().get(0).parts()).isNull();
        assertThat(matrices).extracting(Matrix::columns).containsOnly(Arrays.asList("a", "b", "c"));
        assertThat(matrices.get(0).rows())
                .extracting(Matrix.Row::cells)
                .containsExactly(
                        List.of(new Matrix.Cell("0", 0), new Matrix.Cell("10", 5), new Matrix.Cell("0", 0)),
                        List.of(new Matrix.Cell("0", 0), new Matrix.Cell("1", 1), new Matrix.Cell("0", 0)));
        assertThat(matrices.get(1).rows())
                .extracting(Matrix.Row::cells)
                .containsExactly(
                        List.of(new Matrix.Cell("5", 3), new Matrix.Cell("0", 0), new Matrix.Cell("0", 0)),
                        List.of(new Matrix.Cell("0", 0), new Matrix.Cell("0", 0), new Matrix.Cell("–", 0)));
    }

    @Test
    void aPeriodIsCalledByItsNameOrItsDays() {
        assertThat(NamedPeriod.of("2012-Q1").orElseThrow().period())
                .isEqualTo(new Period(LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 31)));
        assertThat(NamedPeriod.of("2012-H2").orElseThrow().period())
                .isEqualTo(new Period(LocalDate.of(2012, 7, 1), LocalDate.of(2012, 12, 31)));
        assertThat(NamedPeriod.of("2012-H3")).isEmpty();
        assertThat(NamedPeriod.of("12")).isEmpty();
        assertThat(NamedPeriod.label(Period.year(2012))).isEqualTo("2012");
        assertThat(NamedPeriod.label(new Period(LocalDate.of(2012, 1, 1), LocalDate.of(2012, 1, 2))))
                .isEqualTo("2012-01-01 till 2012-01-02");
    }
}
