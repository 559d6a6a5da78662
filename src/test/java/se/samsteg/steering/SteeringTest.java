package se.samsteg.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

/** A quarter's report on its way to the steering group. */
@SamstegTest
class SteeringTest {

    private static final String LEAD = "projektledare1";
    private static final String STEERING = "styrgrupp1";
    private static final LocalDate QUARTER = LocalDate.of(2026, 10, 1);
    private static final LocalDate FIRST_WORKING_DAY = LocalDate.of(2027, 1, 4);

    @Autowired
    World world;

    @Autowired
    Quarters quarters;

    @Autowired
    SteeringReports reports;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theQuarterDrawsToItsEnd() {
        world.begin(LocalDate.of(2026, 11, 2));
        for (int n = 1; n <= 7; n++) {
            jdbc.sql("""
                            insert into counted_case (case_number, programme, referred_on, authority, sex, exit_on, main_outcome)
                            values (?, 'samboradet', '2026-10-05', 'fk', 'woman', ?, ?)""")
                    .params(
                            "SB-2026-900" + n,
                            n <= 3 ? LocalDate.of(2026, 12, 1) : null,
                            n <= 3 ? "other-authority" : null)
                    .update();
        }
        quarters.open("samboradet", QUARTER);
    }

    @AfterEach
    void gone() {
        jdbc.sql("delete from counted_case where case_file is null").update();
    }

    private UUID report() {
        return reports.find("samboradet", QUARTER).orElseThrow().id();
    }

    private void writes() {
        world.completes(
                LEAD,
                "userTask_compile",
                null,
                Map.of(
                        "comment",
                        "Fler remisser än förra kvartalet.",
                        "agenda",
                        "Läget i verksamheten\nNästa möte",
                        "authoritiesPresent",
                        List.of("fk", "soc"),
                        "othersPresent",
                        "Förbundets samordnare"));
    }

    @Test
    void theReportIsWrittenAfterTheQuarterAndTheSteeringGroupIsTold() throws IOException {
        world.passesTo(FIRST_WORKING_DAY);
        assertThat(world.shown(LEAD, "userTask_compile", null, "quarter")).isEqualTo("kvartal 4, 2026");
        assertThat(world.shown(LEAD, "userTask_compile", null, "agenda").toString())
                .contains("Läget i verksamheten och kvartalets siffror");

        writes();

        assertThat(world.mailTo(STEERING))
                .anyMatch(
                        letter -> letter.contains("Styrgruppsrapport för kvartal 4, 2026") && letter.contains("http"));
        assertThat(world.mailTo("processtodjare"))
                .anyMatch(letter -> letter.contains("Du som kallar till styrgruppens möte"));
        assertThat(text(reports.document(report()).orElseThrow()))
                .contains(
                        "Fler remisser än förra kvartalet.",
                        "Nästa möte",
                        "Försäkringskassan, Socialtjänsten",
                        "Förbundets samordnare",
                        "Remisser 7");
        world.passesTo(LocalDate.of(2027, 4, 1));
        assertThat(world.shown(LEAD, "userTask_compile", null, "quarter")).isEqualTo("kvartal 1, 2027");
    }

    @Test
    void aCountBelowFiveIsNotInTheReport() throws IOException {
        world.passesTo(FIRST_WORKING_DAY);
        writes();

        assertThat(text(reports.document(report()).orElseThrow()))
                .contains("Avslutade för få att visa")
                .doesNotContain("Avslutade 3");
    }

    @Test
    void theLeadIsRemindedAndTheSteeringGroupIsToldThatItIsLate() {
        world.passesTo(FIRST_WORKING_DAY.plusDays(10));
        assertThat(world.mailTo(LEAD)).anyMatch(letter -> letter.contains("Styrgruppsrapporten för kvartal 4"));
        assertThat(world.mailTo(STEERING)).isEmpty();

        world.passesTo(FIRST_WORKING_DAY.plusDays(21));

        assertThat(world.mailTo(STEERING)).anyMatch(letter -> letter.contains("är försenad"));
        assertThat(reports.document(report())).isEmpty();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
