package se.samsteg.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.Erasure;
import se.samsteg.engine.TestDatabase;
import se.samsteg.journey.World;

/** What may be kept no longer, on the calendar of the lead who goes through it once a year. */
@SamstegTest
class RetentionTest {

    private static final String LEAD = "projektledare1";
    private static final LocalDate NOVEMBER = LocalDate.of(2031, 11, 3);
    private static final LocalDate FIRST_WORKING_DAY = LocalDate.of(2032, 1, 2);

    /** The last day of which a note is too old on the first working day. */
    private static final LocalDate TOO_OLD = LocalDate.of(2027, 1, 2);

    private static final LocalDate FIRST_OF_MAY = LocalDate.of(1980, 5, 1);
    private static final LocalDate FIFTH_OF_MAY = LocalDate.of(1980, 5, 5);

    @Autowired
    World world;

    @Autowired
    Years years;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ClosedFiles files;

    @Autowired
    Erasure erasure;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private final Path archive = Path.of("target/archive");

    private final JdbcClient owner = TestDatabase.superuser("samsteg");

    @BeforeEach
    void theYearDrawsToItsEnd() throws IOException {
        world.begin(NOVEMBER);
        owner.sql("truncate log.access_log").update();
        FileSystemUtils.deleteRecursively(archive);
        years.openThis();
        world.yearsAreSigned(2020, 2040); // what is not signed has tests of its own
    }

    @AfterEach
    void theArchiveIsHandedOver() throws IOException {
        FileSystemUtils.deleteRecursively(archive);
    }

    // ---- what there is

    private UUID person(@Nullable LocalDate born) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into person (id, no_number_reason, birth_date, first_name, last_name, sex, municipality, tenant)
                        values (?, 'asylsökande', ?, 'Annegret', 'Snodropp', 'woman', 'Botkyrka', 'botkyrka')
                        """).params(id, born).update();
        return id;
    }

    private String caseOf(UUID person, String number, @Nullable LocalDate closedOn) {
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on, closed_on)
                        values (?, 'samboradet', ?, 'handlaggare.fk', 'fk', ?, ?)
                        """).params(number, person, LocalDate.of(2025, 1, 1), closedOn).update();
        return number;
    }

    private String closed(String number, LocalDate closedOn) {
        return caseOf(person(FIRST_OF_MAY), number, closedOn);
    }

    private void noted(@Nullable String caseNumber, @Nullable String subject, LocalDate day) {
        jdbc.sql("""
                        insert into fact (id, case_number, subject, kind, form_version, recorded_by, role, recorded_at, content)
                        values (?, ?, ?, 'coaching-talk', '1', 'coach1', 'coach', ?, '{"note": "Snodropp"}')
                        """).params(UUID.randomUUID(), caseNumber, subject, noon(day)).update();
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/Stockholm")).toOffsetDateTime();
    }

    private void inAGroup(String caseNumber, String group, LocalDate leftOn) {
        jdbc.sql("""
                        insert into programme_group (number, programme, type, women_only, leader, place, first_day, weekdays,
                        starts_at, planned, maximum) values (?, 'samboradet', 'halsogrupp', false, 'gruppcoach1', 'Salen', ?,
                        'monday', '09:00', 10, 12) on conflict do nothing
                        """).params(group, LocalDate.of(2025, 2, 3)).update();
        jdbc.sql("""
                        insert into group_place (id, case_number, programme, type, waiting_since, group_number, seat, placed_on,
                        left_on) values (?, ?, 'samboradet', 'halsogrupp', ?, ?, 1, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        caseNumber,
                        noon(LocalDate.of(2025, 1, 15)),
                        group,
                        LocalDate.of(2025, 2, 3),
                        leftOn)
                .update();
    }

    private List<String> cases() {
        return jdbc.sql("select case_number from case_file order by 1")
                .query(String.class)
                .list();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    // ---- what the lead does

    private String offered() {
        return world.shown(LEAD, "userTask_reviewFiles", null, "files").toString();
    }

    private void approves(String... held) {
        Map<String, Object> answer = new HashMap<>(Map.of("hold", List.of(held), "confirmed", true));
        if (held.length > 0) {
            answer.put("reason", "requested");
        }
        world.completes(LEAD, "userTask_reviewFiles", null, answer);
    }

    // ---- what is due

    @Test
    void fiveYearsAfterTheLastNoteAFileIsShownAndADayBeforeItIsNot() {
        closed("SB-2025-0001", TOO_OLD);
        closed("SB-2025-0002", TOO_OLD.plusDays(1));
        String notedLater = closed("SB-2025-0003", TOO_OLD.minusYears(1));
        noted(notedLater, null, TOO_OLD.plusDays(1));
        caseOf(person(FIRST_OF_MAY), "SB-2025-0004", null);

        world.passesTo(FIRST_WORKING_DAY);

        assertThat(offered())
                .contains("SB-2025-0001 · senaste anteckning 2027-01-02 · 0 anteckningar, 0 handlingar, 0 brev")
                .doesNotContain("SB-2025-0002", "SB-2025-0003", "SB-2025-0004", "Snodropp");
        approves();
        assertThat(cases()).containsExactly("SB-2025-0002", "SB-2025-0003", "SB-2025-0004");
        assertThat(count("person")).isEqualTo(3);
    }

    /** Figures are counted from cases of which something was noted. */
    private String counted(String caseNumber) {
        jdbc.sql("insert into changed_case (case_number) values (?)")
                .param(caseNumber)
                .update();
        return caseNumber;
    }

    @Test
    void aFileStaysUntilEachYearThatCountsItIsSigned() {
        counted(closed("SB-2025-0001", TOO_OLD));
        jdbc.sql("delete from frozen_year").update();
        world.yearsAreSigned(2025, 2025);

        world.passesTo(FIRST_WORKING_DAY);

        assertThat(offered()).doesNotContain("SB-2025-0001");
        assertThat(world.shown(LEAD, "userTask_reviewFiles", null, "running"))
                .isEqualTo("SB-2025-0001 · väntar på årsbokslut för 2026, 2027");
        approves();
        assertThat(cases()).containsExactly("SB-2025-0001");
    }

    @Test
    void aFileGoesWhenEachYearThatCountsItIsSigned() {
        counted(closed("SB-2025-0001", TOO_OLD));
        jdbc.sql("delete from frozen_year").update();
        world.yearsAreSigned(2025, 2027);

        world.passesTo(FIRST_WORKING_DAY);

        assertThat(offered()).contains("SB-2025-0001");
        approves();
        assertThat(cases()).isEmpty();
    }

    @Test
    void whoHasBeenHereAgainIsKeptAsAWholeAndGoesAsAWhole() {
        UUID again = person(FIRST_OF_MAY);
        caseOf(again, "SB-2025-0001", LocalDate.of(2025, 6, 1));
        caseOf(again, "SB-2025-0002", TOO_OLD);
        UUID here = person(FIRST_OF_MAY);
        caseOf(here, "SB-2025-0003", LocalDate.of(2025, 6, 1));
        caseOf(here, "SB-2025-0004", null);
        jdbc.sql("update case_file set earlier_case = 'SB-2025-0001' where case_number = 'SB-2025-0002'")
                .update();

        world.passesTo(FIRST_WORKING_DAY);

        assertThat(offered()).contains("SB-2025-0001, SB-2025-0002").doesNotContain("SB-2025-0003");
        approves();
        assertThat(cases()).containsExactly("SB-2025-0003", "SB-2025-0004");
    }

    @Test
    void aGroupNoteKeepsTheFilesOfTheMembersAtThatTime() {
        String inTheGroup = closed("SB-2025-0001", TOO_OLD.minusMonths(1));
        inAGroup(inTheGroup, "G-2025-001", TOO_OLD.plusDays(1));
        noted(null, "G-2025-001", TOO_OLD.plusDays(1));
        String leftEarlier = closed("SB-2025-0002", TOO_OLD.minusMonths(1));
        inAGroup(leftEarlier, "G-2025-002", TOO_OLD.minusMonths(2));
        noted(null, "G-2025-002", TOO_OLD.minusMonths(2));
        noted(null, "G-2025-002", TOO_OLD.plusDays(1));

        world.passesTo(FIRST_WORKING_DAY);
        approves();

        assertThat(cases()).containsExactly("SB-2025-0001");
        assertThat(jdbc.sql("select subject from fact where case_number is null order by recorded_at")
                        .query(String.class)
                        .list())
                .as("the old note of the group goes, the new ones stay")
                .containsExactly("G-2025-001", "G-2025-002");
    }

    @Test
    void anotherProgrammesCaseKeepsThePersonButNotTheFile() {
        UUID person = person(FIRST_OF_MAY);
        caseOf(person, "SB-2025-0001", TOO_OLD);
        caseOf(person, "AMA-2025-0001", TOO_OLD);
        jdbc.sql("update case_file set programme = 'ama' where case_number = 'AMA-2025-0001'")
                .update();

        world.passesTo(FIRST_WORKING_DAY);
        approves();

        assertThat(cases()).containsExactly("AMA-2025-0001");
        assertThat(count("person")).isOne();
    }

    @Test
    void aCaseThatAProcessIsStillAboutIsShownAsSuchAndStays() {
        String unfinished = closed("SB-2025-0001", TOO_OLD);
        closed("SB-2025-0002", TOO_OLD);
        jdbc.sql("update case_file set coach = 'coach1'").update();
        runtime.createMessageCorrelation("participant.stayedAway")
                .processInstanceBusinessKey(unfinished)
                .setVariables(Map.of("caseNumber", unfinished, "response", "outreach"))
                .correlateStartMessage();

        world.passesTo(FIRST_WORKING_DAY);

        assertThat(offered()).doesNotContain(unfinished);
        assertThat(world.shown(LEAD, "userTask_reviewFiles", null, "running")).isEqualTo(unfinished);
        approves();
        assertThat(cases()).containsExactly(unfinished);
    }

    @Test
    void theWatchOverAConsentThatLastsLongEndsWithTheFile() {
        String watched = closed("SB-2025-0001", TOO_OLD);
        jdbc.sql("insert into consent values (?, ?, 'fk', 'referral', ?, '2060-01-01', 'written', null)")
                .params(UUID.randomUUID(), watched, TOO_OLD)
                .update();
        runtime.createMessageCorrelation("consent.given")
                .processInstanceBusinessKey(watched)
                .setVariable("caseNumber", watched)
                .setVariable("declinedUntil", null)
                .correlateStartMessage();

        world.passesTo(FIRST_WORKING_DAY);
        approves();

        assertThat(cases()).isEmpty();
        assertThat(Stream.of("act_ru_execution", "act_hi_procinst")
                        .mapToInt(table -> jdbc.sql("select count(*) from " + table + " where business_key_ = ?")
                                .param(watched)
                                .query(Integer.class)
                                .single())
                        .sum())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_actinst where proc_def_key_ = 'renewal'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whereNothingIsDueTheYearEndsByItselfAndTheNextIsPlanned() {
        closed("SB-2025-0001", TOO_OLD.plusDays(1));

        world.passesTo(FIRST_WORKING_DAY);

        assertThat(world.openTasks(null)).isEmpty();
        assertThat(world.endsOf("retention")).containsOnly("endEvent_nothing");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("retention")
                        .list())
                .extracting("businessKey")
                .containsExactlyInAnyOrder("samboradet-2032", "ama-2032");
    }

    // ---- what the lead decides

    @Test
    void nothingIsErasedBeforeTheLeadHasReviewedAndConfirmed() {
        closed("SB-2025-0001", TOO_OLD);
        world.passesTo(FIRST_WORKING_DAY.plusMonths(3));
        assertThat(cases()).containsExactly("SB-2025-0001");
        assertThat(world.mailTo(LEAD)).singleElement().asString().contains("Gallringen efter 2031 väntar");
        assertThat(world.mailTo("styrgrupp1")).singleElement().asString().contains("Gallringen efter 2031 är försenad");

        assertThatThrownBy(() -> world.completes(
                        LEAD,
                        "userTask_reviewFiles",
                        null,
                        new HashMap<>(Map.of("hold", List.of(), "confirmed", false))))
                .hasMessageContaining("granskat listan");
        assertThat(cases()).containsExactly("SB-2025-0001");

        approves();
        assertThat(cases()).isEmpty();
    }

    @Test
    void whatIsHeldStaysForAReasonUntilItIsHeldNoMore() {
        String wanted = closed("SB-2025-0001", TOO_OLD);
        closed("SB-2025-0002", TOO_OLD);
        world.passesTo(FIRST_WORKING_DAY);
        assertThatThrownBy(() -> world.completes(
                        LEAD,
                        "userTask_reviewFiles",
                        null,
                        new HashMap<>(Map.of("hold", List.of(wanted), "confirmed", true))))
                .hasMessageContaining("Varför ska de hållas kvar?");
        approves(wanted);
        assertThat(cases()).containsExactly(wanted);

        world.passesTo(LocalDate.of(2033, 1, 3));
        assertThat(offered()).contains(wanted, "hålls kvar sedan 2032-01-02: handlingarna är begärda");
        assertThat(world.shown(LEAD, "userTask_reviewFiles", null, "hold").toString())
                .contains(wanted);
        approves();
        assertThat(cases()).isEmpty();
        assertThat(count("retention_hold")).isZero();
    }

    /** A person known by a closed case, whom another referral names that was never admitted. */
    private void namedInAReferral(@Nullable LocalDate closedOn) {
        UUID known = person(FIRST_OF_MAY);
        UUID said = person(FIRST_OF_MAY);
        jdbc.sql("update person set identity_number = '197005019808', held = (id = ?)")
                .param(said)
                .update();
        caseOf(known, "SB-2025-0001", TOO_OLD);
        caseOf(said, "SB-2025-0002", closedOn);
    }

    @Test
    void aReferralThatWasNeverAdmittedIsPartOfThePersonsFileAndGoesWithIt() {
        namedInAReferral(TOO_OLD);

        world.passesTo(FIRST_WORKING_DAY);
        approves();

        assertThat(cases()).isEmpty();
        assertThat(count("person")).isZero();
        assertThat(jdbc.sql("select files || ' ' || cases from retention where erased_on is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("1 2");
    }

    @Test
    void aReferralThatWaitsKeepsThePersonsFile() {
        namedInAReferral(null);
        closed("SB-2025-0003", TOO_OLD);

        world.passesTo(FIRST_WORKING_DAY);
        approves();

        assertThat(cases()).containsExactly("SB-2025-0001", "SB-2025-0002");
        assertThat(count("person")).isEqualTo(2);
    }

    @Test
    void aPersonReferredAnewDuringTheReviewIsKept() {
        UUID person = person(FIRST_OF_MAY);
        caseOf(person, "SB-2025-0001", TOO_OLD);
        closed("SB-2025-0002", TOO_OLD);
        world.passesTo(FIRST_WORKING_DAY);

        caseOf(person, "SB-2032-0001", null);
        approves();

        assertThat(cases()).containsExactly("SB-2025-0001", "SB-2032-0001");
    }

    @Test
    void whatHasBecomeTooOldWhileTheLeadThinksWaitsUntilItHasBeenShown() {
        closed("SB-2025-0001", TOO_OLD);
        closed("SB-2025-0002", TOO_OLD.plusDays(1));
        world.passesTo(FIRST_WORKING_DAY.plusWeeks(1));

        approves();

        assertThat(cases()).containsExactly("SB-2025-0002");
    }

    @Test
    void aFileThatWasNotListedCannotBeHeld() {
        closed("SB-2025-0001", TOO_OLD);
        String young = closed("SB-2025-0002", TOO_OLD.plusDays(1));
        world.passesTo(FIRST_WORKING_DAY);

        assertThatThrownBy(() -> approves(young)).hasMessageContaining("Akter som ska hållas kvar");
    }

    @Test
    void aNoteInAFileUnderErasureWaitsForTheLock() {
        String goes = closed("SB-2025-0001", TOO_OLD);
        String insert = """
                do $$ begin
                  set local lock_timeout = '300ms';
                  insert into fact values (gen_random_uuid(), '%s', null, 'coaching-talk', '1', 'coach1', 'coach', now(), null, '{}');
                end $$""".formatted(goes);

        transactions.executeWithoutResult(erasing -> {
            erasure.lock(List.of(goes));
            assertThatThrownBy(() -> owner.sql(insert).update()).hasMessageContaining("lock timeout");
        });
        owner.sql(insert).update();
        assertThat(count("fact")).isOne();
    }

    // ---- what remains

    @Test
    void numbersRemainAndNothingThatTellsWhoseFilesTheyWere() {
        String anna = closed("SB-2025-0001", TOO_OLD);
        noted(anna, null, TOO_OLD.minusYears(1));
        noted(anna, null, TOO_OLD);
        jdbc.sql("insert into document values (?, ?, 'referral-back', ?, 'Snodropp'::bytea)")
                .params(UUID.randomUUID(), anna, noon(TOO_OLD))
                .update();
        world.passesTo(FIRST_WORKING_DAY);
        approves();

        assertThat(jdbc.sql(
                                "select files, cases, facts, documents, letters, archived, held from retention where year = 2031 and programme = 'samboradet'")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "files", 1, "cases", 1, "facts", 2, "documents", 1, "letters", 0, "archived", 0, "held", 0));
        assertThat(world.mailTo(LEAD))
                .singleElement()
                .asString()
                .contains(
                        "1 akt (1 ärende, 2 anteckningar, 1 handling, 0 brev), varav 0 till arkivet; 0 akter hålls kvar")
                .doesNotContain("SB-2025");
        assertThat(count("retention_file") + count("fact") + count("person")).isZero();
    }

    @Test
    void everyTableAboutACaseLosesItsRowsWithTheCase() {
        assertThat(jdbc.sql("""
                        select conrelid::regclass || '.' || conname from pg_constraint
                        where contype = 'f' and confdeltype <> 'c' and conrelid <> confrelid
                        and (confrelid in ('case_file'::regclass, 'person'::regclass)
                             or confrelid in (select conrelid from pg_constraint where confrelid = 'case_file'::regclass))
                        order by 1""").query(String.class).list())
                .as("a case keeps its person, and what refers to a fact is about the same case and goes with it")
                .containsExactly(
                        "case_file.case_file_person_fkey",
                        "measure.measure_source_fkey",
                        "no_show.no_show_recorded_in_fkey",
                        "no_show.no_show_settled_by_fkey");
    }

    @Test
    void whoWasBornOnTheFifthGoesToTheArchiveFirst() throws IOException {
        caseOf(person(FIFTH_OF_MAY), "SB-2025-0001", TOO_OLD);
        closed("SB-2025-0002", TOO_OLD);
        world.passesTo(FIRST_WORKING_DAY);
        assertThat(offered().split("lämnas till arkivet")).hasSize(2);

        approves();

        assertThat(cases()).isEmpty();
        try (Stream<Path> kept = Files.list(archive)) {
            assertThat(kept.map(file -> file.getFileName().toString())).containsExactly("SB-2025-0001.zip");
        }
        try (ZipFile zip = new ZipFile(archive.resolve("SB-2025-0001.zip").toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("utdrag.json", "utdrag.pdf");
            byte[] json = zip.getInputStream(zip.getEntry("utdrag.json")).readAllBytes();
            assertThat(new String(json, StandardCharsets.UTF_8)).contains("SB-2025-0001");
        }
    }

    @Test
    void whoseDayOfBirthIsNotKnownIsHeldAndTheArchiveHasACopyUntilTheLeadLetsItGo() throws IOException {
        caseOf(person(null), "SB-2025-0001", TOO_OLD);
        closed("SB-2025-0002", TOO_OLD);
        world.passesTo(FIRST_WORKING_DAY);
        assertThat(offered()).contains("hålls kvar sedan", "födelsedagen är okänd");
        assertThat(world.shown(LEAD, "userTask_reviewFiles", null, "hold").toString())
                .contains("SB-2025-0001")
                .doesNotContain("SB-2025-0002");
        assertThat(world.shown(LEAD, "userTask_reviewFiles", null, "reason")).isEqualTo("birth-unknown");

        approves("SB-2025-0001");

        assertThat(cases()).containsExactly("SB-2025-0001");
        try (Stream<Path> kept = Files.list(archive)) {
            assertThat(kept.map(file -> file.getFileName().toString())).containsExactly("SB-2025-0001.zip");
        }
    }

    @Test
    void whereTheArchiveCannotBeWrittenNothingIsErased() throws IOException {
        caseOf(person(FIFTH_OF_MAY), "SB-2025-0001", TOO_OLD);
        closed("SB-2025-0002", TOO_OLD);
        world.passesTo(FIRST_WORKING_DAY);
        Files.writeString(archive, "a file where the folder should be");

        assertThatThrownBy(() -> approves()).hasMessageContaining("archive's folder cannot be written");

        assertThat(cases()).containsExactly("SB-2025-0001", "SB-2025-0002");
        Files.delete(archive);
        world.passes(Period.ofDays(1)); // the job tries again
        assertThat(cases()).isEmpty();
    }

    @Test
    void theLogOfWhoLookedIsKeptAsLongAsTheSettingSays() {
        for (LocalDate day : List.of(TOO_OLD, TOO_OLD.plusDays(1))) {
            for (String tenant : List.of("botkyrka", "haninge")) {
                owner.sql("""
                                insert into log.access_log (viewed_at, user_id, role, authority, tenant, case_number, what)
                                values (?, 'coach1', 'coach', 'own', ?, 'SB-2025-0001', 'case-file')
                                """).params(noon(day), tenant).update();
            }
        }

        world.passesTo(FIRST_WORKING_DAY);

        assertThat(jdbc.sql(
                                "select tenant || ' ' || (viewed_at at time zone 'Europe/Stockholm')::date from log.access_log order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("botkyrka 2027-01-03", "haninge 2027-01-02", "haninge 2027-01-03");
    }
}
