package se.samsteg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CasesNoted;
import se.samsteg.journey.World;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/** A year that is signed keeps its figures, also when answers are corrected or files erased afterwards. */
@SamstegTest
class AnnualAccountsTest {

    private static final int YEAR = 2026;
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 11);

    @Autowired
    World world;

    @Autowired
    AnnualAccounts annual;

    @Autowired
    LiveAccounts accounts;

    @Autowired
    Programmes programmes;

    @Autowired
    CountedCases cases;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aYearIsOver() {
        world.begin(JANUARY);
        caseOf("SB-2026-0001", "woman");
        caseOf("SB-2026-0002", "woman");
        caseOf("SB-2026-0003", "man");
    }

    private void caseOf(String number, String sex) {
        UUID person = UUID.randomUUID();
        jdbc.sql("""
                        insert into person (id, no_number_reason, birth_date, first_name, last_name, sex, municipality, tenant)
                        values (?, 'asylsökande', '1980-05-01', 'Annegret', 'Snodropp', ?, 'Botkyrka', 'botkyrka')""").params(person, sex).update();
        jdbc.sql("""
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on)
                        values (?, 'samboradet', ?, 'handlaggare.fk', 'fk', '2026-03-02')""").params(number, person).update();
        fact(UUID.randomUUID(), number, sex, null, OffsetDateTime.parse("2026-03-02T12:00:00+01:00"));
    }

    private void fact(UUID id, String number, String sex, @Nullable UUID corrects, OffsetDateTime at) {
        jdbc.sql("""
                        insert into fact (id, case_number, kind, form_version, recorded_by, role, recorded_at, corrects, content)
                        values (?, ?, 'referral-referral', '1', 'handlaggare.fk', 'caseworker-fk', ?, ?,
                          jsonb_build_object('sex', ?::text))""").params(id, number, at, corrects, sex).update();
        cases.noted(new CasesNoted(List.of(number)));
    }

    private void theReferralIsCorrected(String number, String sex) {
        UUID referral = jdbc.sql("select id from fact where case_number = ?")
                .param(number)
                .query(UUID.class)
                .single();
        world.passes(Period.ofDays(1));
        fact(
                UUID.randomUUID(),
                number,
                sex,
                referral,
                world.today().atTime(8, 0).atOffset(java.time.ZoneOffset.ofHours(1)));
    }

    private void isSigned(int version, @Nullable String reason) {
        world.as("projektledare1", () -> {
            annual.sign(new AnnualAccounts.Signing("samboradet", YEAR, version, reason, "Ett bra år."));
            return null;
        });
    }

    private Account frozen(Map<Dimension, String> filters, @Nullable Dimension by) {
        return annual.frozen(new Selection("samboradet", se.samsteg.result.Period.year(YEAR), filters, by))
                .orElseThrow();
    }

    private Account live(Map<Dimension, String> filters, @Nullable Dimension by) {
        return accounts.of(new Selection("samboradet", se.samsteg.result.Period.year(YEAR), filters, by));
    }

    private static List<org.assertj.core.groups.Tuple> received(Account account) {
        return account.figures().stream()
                .filter(figure -> figure.id().equals("referrals.received"))
                .flatMap(figure -> figure.by().stream())
                .map(slice -> tuple(slice.code(), slice.count()))
                .toList();
    }

    /** Figures that are not the same whichever cases are chosen. */
    private Set<String> ofCases() {
        return Figures.of(programmes.get("samboradet")).stream()
                .filter(figure -> !figure.ofProgramme())
                .map(Figure::id)
                .collect(Collectors.toSet());
    }

    @Test
    void eachFigureOfASignedYearIsReadAsItWasCounted() {
        isSigned(1, null);

        assertThat(frozen(Map.of(), null).figures())
                .isEqualTo(live(Map.of(), null).figures());
        for (Dimension by : Dimension.values()) {
            assertThat(frozen(Map.of(), by).figures())
                    .as(by.parameter())
                    .isEqualTo(live(Map.of(), by).figures());
        }
        assertThat(frozen(Map.of(Dimension.SEX, "woman"), Dimension.AGE).figures())
                .isEqualTo(live(Map.of(Dimension.SEX, "woman"), Dimension.AGE).figures());
        assertThat(frozen(Map.of(Dimension.AUTHORITY, "fk"), null).figures())
                .extracting(Account.Shown::id, Account.Shown::count, Account.Shown::of)
                .isEqualTo(live(Map.of(Dimension.AUTHORITY, "fk"), null).figures().stream()
                        .filter(figure -> ofCases().contains(figure.id()))
                        .map(figure -> tuple(figure.id(), figure.count(), figure.of()))
                        .toList());
    }

    @Test
    void aCorrectionAfterTheSigningChangesTheLiveFigureAndIsCountedBesideTheSignedOne() {
        isSigned(1, null);
        assertThat(Objects.requireNonNull(frozen(Map.of(), null).frozen()).laterCorrections())
                .isZero();

        theReferralIsCorrected("SB-2026-0001", "man");

        assertThat(received(frozen(Map.of(), Dimension.SEX))).containsExactly(tuple("man", 1), tuple("woman", 2));
        assertThat(received(live(Map.of(), Dimension.SEX))).containsExactly(tuple("man", 2), tuple("woman", 1));
        Account.Frozen frozen = Objects.requireNonNull(frozen(Map.of(), null).frozen());
        assertThat(frozen.laterCorrections()).isEqualTo(1);
        assertThat(frozen.signedOn()).isEqualTo(JANUARY);
        assertThat(live(Map.of(), null).frozen()).isNull();
    }

    @Test
    void anAnswerThatComesAfterTheSigningIsCountedIfItBelongsToTheYear() {
        isSigned(1, null);
        world.passes(Period.ofDays(1));
        told("SB-2026-0001", "milestone-event", "{\"event\": \"cbt-done\", \"happenedOn\": \"2026-12-20\"}");
        told("SB-2026-0002", "milestone-event", "{\"event\": \"cbt-done\", \"happenedOn\": \"2027-01-07\"}");
        told("SB-2026-0002", "coaching-talk", "{\"outcome\": \"held\"}");

        Account.Frozen frozen = Objects.requireNonNull(frozen(Map.of(), null).frozen());
        assertThat(frozen.laterCorrections()).isEqualTo(1);
        assertThat(frozen.changed()).containsExactly("events");
    }

    private void told(String number, String kind, String content) {
        jdbc.sql("""
                        insert into fact (id, case_number, kind, form_version, recorded_by, role, recorded_at, content)
                        values (?, ?, ?, '1', 'coach1', 'coach', ?, ?::jsonb)""")
                .params(
                        UUID.randomUUID(),
                        number,
                        kind,
                        world.today().atTime(8, 0).atOffset(java.time.ZoneOffset.ofHours(1)),
                        content)
                .update();
        cases.noted(new CasesNoted(List.of(number)));
    }

    @Test
    void aCaseIsHeldUntilTheYearOfTheLastAnswerByTheProgrammesSettings() {
        Settings later = mock(Settings.class, RETURNS_DEEP_STUBS);
        when(later.id()).thenReturn("samboradet");
        when(later.followup().finalAfter()).thenReturn(Period.ofYears(3));
        Programmes programmes = mock(Programmes.class);
        when(programmes.all()).thenReturn(List.of(later));
        jdbc.sql("""
                        insert into counted_case (case_number, programme, referred_on, exit_on)
                        values ('SB-2026-0099', 'samboradet', '2026-02-01', '2026-06-01')""").update();

        assertThat(new FrozenYears(jdbc, programmes, Clock.systemDefaultZone()).unsigned(List.of("SB-2026-0099")))
                .extracting(FrozenYears.Unsigned::year)
                .containsExactly(2026, 2027, 2028, 2029);
    }

    @Test
    void aNewVersionShowsTheCorrectionAndTheEarlierDocumentStays() throws IOException {
        isSigned(1, null);
        theReferralIsCorrected("SB-2026-0001", "man");
        isSigned(2, "Ett kön var fel i en remiss.");

        Account.Frozen frozen = Objects.requireNonNull(frozen(Map.of(), null).frozen());
        assertThat(frozen.version()).isEqualTo(2);
        assertThat(frozen.reason()).isEqualTo("Ett kön var fel i en remiss.");
        assertThat(frozen.laterCorrections()).isZero();
        assertThat(received(frozen(Map.of(), Dimension.SEX))).containsExactly(tuple("man", 2), tuple("woman", 1));
        assertThat(text(annual.signed("samboradet", YEAR, 1).orElseThrow()))
                .contains("Årsredovisning 2026", "version 1", "Ett bra år.", "Måluppfyllelse", "25 % av deltagarna")
                .doesNotContain("Ett kön var fel");
        assertThat(text(annual.signed("samboradet", YEAR, null).orElseThrow())).contains("Ett kön var fel");
        assertThat(text(annual.draft("samboradet", YEAR))).contains("Året är inte signerat");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void aSignedYearIsReadAfterTheFilesAreGone() {
        isSigned(1, null);
        List<Account.Shown> before = frozen(Map.of(), Dimension.SEX).figures();

        jdbc.sql("delete from case_file").update();

        assertThat(frozen(Map.of(), Dimension.SEX).figures()).isEqualTo(before);
        assertThat(received(live(Map.of(), Dimension.SEX))).isEmpty();
    }

    @Test
    void aCaseIsHeldByEachYearThatCountsItUntilThatYearIsSigned() {
        jdbc.sql("update case_file set closed_on = '2027-01-04' where case_number = 'SB-2026-0001'")
                .update();
        assertThat(annual.unsigned(List.of("SB-2026-0001", "SB-2026-0002")))
                .isEqualTo(Map.of("SB-2026-0001", List.of(2026, 2027), "SB-2026-0002", List.of(2026)));

        isSigned(1, null);

        assertThat(annual.unsigned(List.of("SB-2026-0001", "SB-2026-0002")))
                .isEqualTo(Map.of("SB-2026-0001", List.of(2027)));
    }

    @Test
    void aPartOfAYearOrAYearThatIsNotSignedIsNotFrozen() {
        assertThat(annual.frozen(new Selection("samboradet", se.samsteg.result.Period.year(YEAR), Map.of(), null)))
                .isEmpty();
        isSigned(1, null);
        assertThat(annual.frozen(new Selection(
                        "samboradet",
                        new se.samsteg.result.Period(LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 3, 31)),
                        Map.of(),
                        null)))
                .isEmpty();
        assertThat(annual.version("samboradet", YEAR)).isEqualTo(1);
        assertThat(annual.version("samboradet", YEAR - 1)).isZero();
    }
}
