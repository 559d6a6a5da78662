package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;
import se.samsteg.programme.Programmes;

/**
 * What each reader reads of a case, in each state that the table {@code access/case-content.txt} asks about: what was shown
 * stands in {@code target/case-content-seen.txt}. Read the difference before it becomes the table of the test.
 */
@SamstegTest
class CaseContentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Path TABLE = Path.of("src/test/resources/access/case-content-seen.txt");
    private static final Path NOW = Path.of("target/case-content-seen.txt");

    /** One in each way of standing to the case, and those who stand in none. */
    private static final List<String> READERS = List.of(
            "coach1",
            "projektledare1",
            "handlaggare.fk",
            "ledamot.soc",
            "gruppcoach1",
            "arbetsterapeut1",
            "konsulent1",
            "coach2",
            "handlaggare.af",
            "styrgrupp1",
            "admin",
            "sthlm.projektledare1");

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    CaseFiles cases;

    @Autowired
    Consents consents;

    @Autowired
    Views views;

    @Autowired
    AllowedReaders allowed;

    @Autowired
    Programmes programmes;

    @Autowired
    JdbcClient jdbc;

    private String caseNumber;

    private record Said(String note) {}

    @BeforeEach
    void aCaseInWhichEachRoleHasAPart() {
        world.begin(TODAY);
        caseNumber = enrolled.open("coach1", TODAY);
        enrolled.has(caseNumber, "prerehab-support-assessment", new Said("x"));
        enrolled.has(caseNumber, "workplace-match", new Said("x"));
        jdbc.sql("update fact set recorded_by = 'arbetsterapeut1', role = 'occupational-therapist' where kind = ?")
                .param("prerehab-support-assessment")
                .update();
        jdbc.sql("update fact set recorded_by = 'konsulent1', role = 'employment-consultant' where kind = ?")
                .param("workplace-match")
                .update();
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, place, first_day, weekdays,
                        starts_at, planned, maximum) values ('G-2026-001', 'samboradet', 'halsogrupp', false, 'gruppcoach1', 'x',
                        ?, 'monday', '09:00', 10, 12)""").param(TODAY).update();
        jdbc.sql("""
                        insert into group_place (id, case_number, programme, type, waiting_since, group_number, seat, placed_on)
                        values (gen_random_uuid(), ?, 'samboradet', 'halsogrupp', now(), 'G-2026-001', 1, ?)""").params(caseNumber, TODAY).update();
        UUID sitting = UUID.randomUUID();
        jdbc.sql("insert into sitting values (?, 'samboradet', ?, '09:00', 'Biblioteket', true, null)")
                .params(sitting, TODAY)
                .update();
        jdbc.sql("insert into agenda (sitting, case_number, assessed_on) values (?, ?, ?)")
                .params(sitting, caseNumber, TODAY)
                .update();
    }

    @Test
    void eachReaderReadsExactlyWhatTheTableSaysInEachState() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(seen("open"));
        jdbc.sql("update person set protected_identity = true").update();
        lines.addAll(seen("protected"));
        jdbc.sql("update person set protected_identity = false").update();
        only(Information.REFERRAL);
        lines.addAll(seen("only-referral"));
        only(Information.PLAN);
        lines.addAll(seen("only-plan"));
        only(Information.ATTENDANCE);
        lines.addAll(seen("only-attendance"));
        consents.withdraw(caseNumber, List.of("af", "fk", "soc", "region"), List.of());
        lines.addAll(seen("no-consent"));
        jdbc.sql("delete from consent").update();
        consents.give(
                caseNumber,
                List.of("fk", "soc"),
                Arrays.stream(Information.values()).map(Information::code).toList(),
                TODAY.plusYears(1),
                "written");
        cases.close(caseNumber, TODAY);
        lines.addAll(seen("closed"));

        Files.write(NOW, lines);
        assertThat(lines).as("%s against %s", NOW, TABLE).isEqualTo(Files.readAllLines(TABLE));
    }

    @Test
    void theListOfWhoMayOpenTheCaseNamesExactlyThoseToWhomItOpens() {
        for (boolean open : new boolean[] {true, false}) {
            if (!open) {
                cases.close(caseNumber, TODAY);
            }
            View view = world.as("coach1", () -> views.caseFile(caseNumber).orElseThrow());
            Set<String> listed = allowed.of(view, programmes.get("samboradet")).stream()
                    .map(AllowedReaders.Allowed::user)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String reader : READERS) {
                boolean opens =
                        world.as(reader, () -> views.caseFile(caseNumber).isPresent());
                assertThat(listed.contains(reader))
                        .as("%s, open: %s", reader, open)
                        .isEqualTo(opens);
            }
        }
    }

    private void only(Information information) {
        jdbc.sql("delete from consent").update();
        consents.give(caseNumber, List.of("fk", "soc"), List.of(information.code()), TODAY.plusYears(1), "written");
    }

    private List<String> seen(String state) {
        return READERS.stream()
                .map(reader -> world.as(reader, () -> "%s %s = %s"
                        .formatted(
                                state,
                                reader,
                                content(views.caseFile(caseNumber).orElse(null)))))
                .toList();
    }

    private static String content(@Nullable View view) {
        return view == null
                ? "nothing"
                : Arrays.stream(Content.values())
                        .filter(view::shows)
                        .map(Content::code)
                        .collect(Collectors.joining(" "));
    }
}
