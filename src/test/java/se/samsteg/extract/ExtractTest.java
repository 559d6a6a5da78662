package se.samsteg.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.form.Json;
import se.samsteg.journey.World;

/**
 * The extract held against the database that runs: all that stands about Anna in any table is in it, and nothing of Bo,
 * who is in the same group, sitting, handover and letter.
 */
@SamstegTest
class ExtractTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /** Columns whose values are looked up elsewhere, and would tell of another case, programme or form if changed. */
    private static final Set<String> LOOKED_UP =
            Set.of("case_file.programme", "fact.kind", "fact.subject", "document.kind", "person.identity_number");

    private static final UUID REVIEW = UUID.fromString("00000000-0000-4000-8000-000000000056");

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Extract extract;

    @Autowired
    Documents documents;

    @Autowired
    PersonTables tables;

    @Autowired
    JdbcClient jdbc;

    private String anna;
    private String bo;

    private record Session(String outcome, List<Map<String, Object>> rollCall, List<String> needs, String note) {}

    private record Selection(String decision, String toUser, List<String> cases, String ceilingReason) {}

    private record Talk(String outcome, String note) {}

    @BeforeEach
    void annaAndBoAreInEverythingTogether() {
        world.begin(MONDAY);
        anna = enrolled.open("coach1", MONDAY);
        bo = enrolled.open("coach1", MONDAY);
        jdbc.sql("update person set first_name = 'Bosse', last_name = 'Bengtsson' where id = ?")
                .param(person(bo))
                .update();
        UUID sitting = UUID.randomUUID();
        jdbc.sql("""
                        insert into review (id, programme, unit, day, prepare_on, call_on, held_on)
                        values (?, 'samboradet', 'fk-botkyrka', '2026-11-23', '2026-11-09', '2026-11-16', '2026-11-23')""").param(REVIEW).update();
        UUID letter = UUID.randomUUID();
        UUID occasion = UUID.randomUUID();
        jdbc.sql("insert into sitting values (?, 'samboradet', '2026-11-25', '09:00', 'Biblioteket', true, null)")
                .param(sitting)
                .update();
        jdbc.sql("insert into letter values (?, 'agenda', 'meeting-agenda', null, 'ledamot.soc', '', now(), now())")
                .param(letter)
                .update();
        jdbc.sql("""
                        insert into programme_group values ('G-2026-001', 'samboradet', 'halsogrupp', false, 'gruppcoach1', null,
                        'Folkets hus', '2026-11-23', 'monday', '09:00', 8, 10, '2026-11-23', null)""").update();
        jdbc.sql(
                        "insert into group_session (group_number, number, slot, day) values ('G-2026-001', 1, 1, '2026-11-23')")
                .update();
        int seat = 0;
        for (String one : List.of(anna, bo)) {
            seat++;
            everywhere(one, seat, sitting, letter, occasion);
        }
        fact(
                "group-session",
                "G-2026-001",
                new Session(
                        "held",
                        List.of(
                                Map.of("seat", 1, "attendance", "took-part"),
                                Map.of("seat", 2, "attendance", "absent")),
                        List.of(bo, anna),
                        "Bosse Bengtsson var trött"));
        fact(
                "handover-selection",
                occasion.toString(),
                new Selection("hand-over", "coach2", List.of(bo, anna), "Bosse Bengtsson är lätt"));
    }

    private UUID person(String caseNumber) {
        return jdbc.sql("select person from case_file where case_number = ?")
                .param(caseNumber)
                .query(UUID.class)
                .single();
    }

    private void everywhere(String one, int seat, UUID sitting, UUID letter, UUID occasion) {
        enrolled.has(one, "coaching-talk", new Talk("held", "Vi talade"));
        UUID fact = jdbc.sql("select id from fact where case_number = ?")
                .param(one)
                .query(UUID.class)
                .single();
        UUID sip = UUID.randomUUID();
        insert("agenda (sitting, case_number)", sitting, one);
        insert("review_case (review, case_number, took_part, read_on)", REVIEW, one, true, MONDAY);
        insert(
                "person_statement (case_number, field, said, decided_on, decided_by)",
                one,
                "lastName",
                "Sagd",
                MONDAY,
                "coach1");
        insert(
                "person_trail",
                UUID.randomUUID(),
                person(one),
                java.time.OffsetDateTime.now(),
                "coach1",
                "contact",
                "070");
        insert("unmet_criterion", one, "Personen är yngre än programmets åldersgräns.", MONDAY, false);
        insert("waiting", one, "samboradet", 2, "Först remitterad", MONDAY);
        insert("place (programme, case_number, taken_on)", "samboradet", one, MONDAY);
        insert(
                "group_place (id, case_number, programme, type, waiting_since, group_number, seat, placed_on)",
                UUID.randomUUID(),
                one,
                "samboradet",
                "halsogrupp",
                java.sql.Timestamp.valueOf("2026-11-01 10:00:00"),
                "G-2026-001",
                seat,
                MONDAY);
        insert("roll_call", "G-2026-001", 1, one, "took-part");
        insert("individual_need", "G-2026-001", 1, one);
        insert(
                "no_show (id, case_number, missed_on, recorded_at)",
                UUID.randomUUID(),
                one,
                MONDAY,
                java.sql.Timestamp.valueOf("2026-11-23 10:00:00"));
        insert("sip (id, case_number, requested_on, requested_by, wanted_by)", sip, one, MONDAY, "coach1", "coach");
        insert(
                "sip_decision (id, sip, number, what, owner, due_on)",
                UUID.randomUUID(),
                sip,
                1,
                "Ring vården",
                "coach",
                MONDAY);
        insert(
                "measure (id, case_number, kind, promised, promised_by, promised_for, opened_on, opened_from, source,"
                        + " source_step)",
                UUID.randomUUID(),
                one,
                "cbt",
                "Tolv samtal",
                "region",
                MONDAY,
                MONDAY,
                "plan",
                fact,
                1);
        insert(
                "step_beside (id, case_number, step, group_type, assessment, began_on)",
                UUID.randomUUID(),
                one,
                "prerehab",
                "halsogrupp",
                true,
                MONDAY);
        UUID employer = UUID.randomUUID();
        insert("employer (id, tenant, name)", employer, "botkyrka", "Kaféet " + one);
        insert(
                "placement (employer_id, id, case_number, type, employer, supervisor, extent_percent, found_by_participant, starts_on)",
                employer,
                UUID.randomUUID(),
                one,
                "practice",
                "Kaféet",
                "Sam",
                50,
                true,
                MONDAY);
        insert(
                "handover (id, occasion, case_number, role, from_user, to_user, on_day, reason)",
                UUID.randomUUID(),
                occasion,
                one,
                "coach",
                "coach1",
                "coach2",
                MONDAY,
                "quits");
        insert(
                "letter (id, cause, template, case_number, recipient, written_at)",
                UUID.randomUUID(),
                "cause " + one,
                "referral-receipt",
                one,
                "handlaggare.fk",
                java.sql.Timestamp.valueOf("2026-11-23 10:00:00"));
        insert("letter_line (letter, case_number, text)", letter, one, one + ", flyttad 1 gång");
        jdbc.sql("""
                        insert into draft (task, case_number, holder, form, form_version, saved_at, content)
                        values (?, ?, 'coach1', 'coaching-talk', 'test', '2026-11-23 14:05+01', '{"note": "Halvfärdigt"}')
                        """).params("task of " + one, one).update();
        insert("task_reminder", "task of " + one, "first", round(), MONDAY, one);
        insert("retention_file", retention(), one);
        insert(
                "migration (instance, to_version, process, from_version, case_number, state, at)",
                UUID.randomUUID(),
                2,
                "coaching",
                1,
                one,
                "moved",
                java.sql.Timestamp.valueOf("2026-11-23 10:00:00"));
        jdbc.sql("insert into addition values ('renewal-watch', now()) on conflict do nothing")
                .update();
        insert("case_addition", "renewal-watch", one, "added", java.sql.Timestamp.valueOf("2026-11-23 10:00:00"));
        insert("retention_hold", one, "dispute", "projektledare1", MONDAY);
        documents.drawUp(one, "conference-recommendation", Map.of("assessment", "Redo", "recommendation", "Vård"));
    }

    private UUID round() {
        return jdbc.sql("""
                        insert into reminder_round (id, tenant, day) values (?, 'botkyrka', ?)
                        on conflict (tenant, day) do update set day = excluded.day returning id
                        """).params(UUID.randomUUID(), MONDAY).query(UUID.class).single();
    }

    private UUID retention() {
        return jdbc.sql("""
                        insert into retention (id, programme, year) values (?, 'samboradet', 2026)
                        on conflict (programme, year) do update set year = excluded.year returning id
                        """).param(UUID.randomUUID()).query(UUID.class).single();
    }

    private void insert(String table, Object... values) {
        jdbc.sql("insert into " + table + " values (" + "?, ".repeat(values.length - 1) + "?)")
                .params(values)
                .update();
    }

    private void fact(String kind, String subject, Record content) {
        enrolled.hasAbout(subject, kind, content);
    }

    /** Writes another word in every text column of a table's rows that may hold one, for each case its own. */
    private Set<String> mark(PersonTables.Table table, String word, String caseNumber) {
        Set<String> bound = new HashSet<>(
                jdbc.sql("""
                        select a.attname::text from pg_constraint r join pg_attribute a on a.attrelid = r.conrelid
                        where r.conrelid = ?::regclass and r.contype in ('c', 'f', 'p') and a.attnum = any(r.conkey)
                        """).param(table.name()).query(String.class).list());
        Set<String> marks = new HashSet<>();
        table.columns().forEach((column, type) -> {
            if (type.equals("text") && !bound.contains(column) && !LOOKED_UP.contains(table.name() + "." + column)) {
                String mark = word + "_" + table.name() + "_" + column;
                int rows = jdbc.sql("update \"%s\" t set \"%s\" = :mark where %s"
                                .formatted(table.name(), column, table.belongs()))
                        .param("mark", mark)
                        .param("persons", new UUID[] {person(caseNumber)})
                        .param("cases", new String[] {caseNumber})
                        .update();
                assertThat(rows).as(table.name()).isPositive();
                marks.add(mark);
            }
        });
        return marks;
    }

    private JsonNode json() throws IOException {
        return Json.MAPPER.readTree(extract.json(anna));
    }

    private String pdf() throws IOException {
        try (var pdf = Loader.loadPDF(extract.pdf(anna))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void everyTableThatRefersToThePersonIsInItWithARowAndWithEveryColumn() throws IOException {
        JsonNode json = json();
        List<String> names = new ArrayList<>();
        json.path("tables").fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .contains(
                        "person",
                        "case_file",
                        "fact",
                        "document",
                        "sip_decision",
                        "letter_line",
                        "roll_call",
                        "handover")
                .doesNotContain("sitting", "programme_group", "group_session", "audit");
        for (PersonTables.Table table : tables.all()) {
            JsonNode rows = json.path("tables").path(table.name());
            assertThat(rows).as(table.name() + ": give Anna a row in it").isNotEmpty();
            table.columns().keySet().forEach(column -> assertThat(rows.get(0).has(column))
                    .as(table.name() + "." + column)
                    .isTrue());
        }
    }

    @Test
    void theExtractHoldsEveryTextColumnOfHersAndNothingOfAnother() throws IOException {
        Set<String> marks = new HashSet<>();
        for (PersonTables.Table table : tables.all()) {
            marks.addAll(mark(table, "anna", anna));
            mark(table, "bosses", bo);
        }
        jdbc.sql("update fact set content = content || '{\"note\": \"anna_fact_content\"}' where case_number = ?")
                .param(anna)
                .update();

        String text = new String(extract.json(anna), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(marks).hasSizeGreaterThan(30).contains("anna_person_contact", "anna_sip_decision_what");
        assertThat(text).contains(marks).contains("anna_fact_content");
        assertThat(text).doesNotContain("bosses_", bo, "Bosse", "Bengtsson");
    }

    @Test
    void ofWhatIsSaidAboutManyOnlyWhatIsAboutThePersonIsInIt() throws IOException {
        JsonNode amongOthers = json().path("amongOthers");

        assertThat(amongOthers).hasSize(2);
        JsonNode session = content(amongOthers, "group-session");
        assertThat(session.path("rollCall").toString()).isEqualTo("[{\"attendance\":\"took-part\"}]");
        assertThat(session.path("outcome").asText()).isEqualTo("held");
        assertThat(session.path("needs")).containsExactly(Json.MAPPER.valueToTree(anna));
        assertThat(session.has("note")).isFalse();
        assertThat(content(amongOthers, "handover-selection").path("cases")).hasSize(1);
        assertThat(pdf()).contains("Registrera träffen", "grupp G-2026-001").doesNotContain("Bosse", "Bengtsson", bo);
    }

    private static JsonNode content(JsonNode facts, String kind) {
        for (JsonNode fact : facts) {
            if (fact.path("kind").asText().equals(kind)) {
                return fact.path("content");
            }
        }
        throw new AssertionError("no " + kind);
    }

    @Test
    void whatIsBegunIsCalledSoOnPaper() throws IOException {
        assertThat(pdf())
                .contains("Påbörjade anteckningar", "2026-11-23 14:05 · Maria Ekström", "Halvfärdigt")
                .doesNotContain("coaching-talk");
    }

    @Test
    void aDocumentIsInTheJsonByteByByte() throws IOException {
        byte[] stored = jdbc.sql("select content from document where case_number = ?")
                .param(anna)
                .query(byte[].class)
                .single();

        assertThat(json().path("tables").path("document").get(0).path("content").binaryValue())
                .isEqualTo(stored);
    }

    @Test
    void anotherAssociationsCaseOfTheSamePersonIsNotInIt() throws IOException {
        jdbc.sql("""
                        with there as (
                          insert into person (id, identity_number, first_name, last_name, sex, municipality, tenant)
                          values (gen_random_uuid(), '198505179824', 'Åsa', 'Öberg', 'woman', 'Stockholm', 'stockholm')
                          returning id)
                        insert into case_file (case_number, programme, person, caseworker, authority, opened_on)
                        select 'AMA-2026-0001', 'ama', id, 'handlaggare.soc2', 'soc', ? from there
                        """).param(MONDAY).update();
        jdbc.sql("update person set identity_number = '198505179824' where id = ?")
                .param(person(anna))
                .update();
        enrolled.has("AMA-2026-0001", "coaching-talk", new Talk("held", "I Stockholm"));

        JsonNode json = json();

        assertThat(json.path("caseNumbers")).containsExactly(Json.MAPPER.valueToTree(anna));
        assertThat(json.toString()).doesNotContain("AMA-2026", "I Stockholm");
    }

    @Test
    void aProtectedPersonReadsTheOwnNameInIt() throws IOException {
        jdbc.sql("update person set protected_identity = true where id = ?")
                .param(person(anna))
                .update();

        assertThat(pdf()).contains("Åsa Öberg", "Du har skyddade personuppgifter");
        assertThat(json().path("tables").path("person").get(0).path("last_name").asText())
                .isEqualTo("Öberg");
    }

    @Test
    void aCaseThatDoesNotExistHasNoExtract() {
        assertThatThrownBy(() -> extract.json("SB-2020-9999")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTableAndColumnThatRefersToAPersonHasASwedishWord() {
        ExtractWords words = ExtractWords.read();
        List<String> missing = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (PersonTables.Table table : tables.all()) {
            known.add(table.name());
            for (String column : table.columns().keySet()) {
                if (words.table(table.name())
                        .flatMap(found -> found.column(column))
                        .filter(found -> !found.label().isBlank())
                        .isEmpty()) {
                    missing.add(table.name() + "." + column);
                }
            }
        }

        assertThat(missing).as("in documents/extract-words.yml").isEmpty();
        assertThat(words.tables().keySet()).as("tables that there are").isSubsetOf(known);
    }

    @Test
    void everyCaseNumberAndPersonColumnIsAForeignKey() {
        assertThat(jdbc.sql("""
                        select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'act\\_%'
                          and (a.attname like '%case_number%' or a.attname in ('person', 'person_id'))
                          and c.relname not in ('case_file', 'person')
                          and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'derived%' and not exists (
                            select from pg_constraint r where r.contype = 'f' and r.conrelid = c.oid and a.attnum = any(r.conkey)
                            and r.confrelid in ('case_file'::regclass, 'person'::regclass))
                            """).query(String.class).list()).isEmpty();
    }
}
