package se.samsteg.contract;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.PersonalTables;

/** Who owns a table and who may name it in SQL: docs/tables.md. */
@SamstegTest
class TablesTest {

    private static final Path CODE = Path.of("src/main/java/se/samsteg");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| (\\w+) \\|");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(insert into|update|delete from|from|join|using)\\s+(?:only |lateral )?([a-z_]+)|,\\s*([a-z_]+)\\s+[a-z]\\b");

    /** Columns of these names hold a code, an id, a number or a text of Samsteg's own: staff write nothing freely in them. */
    private static final Set<String> NO_WORDS = Set.of(
            // users, roles and authorities
            "authority",
            "caseworker",
            "changed_by",
            "coach",
            "decided_by",
            "deputy",
            "from_user",
            "held_by",
            "holder",
            "leader",
            "owner",
            "promised_by",
            "recipient",
            "recorded_by",
            "registered_by",
            "requested_by",
            "role",
            "second_leader",
            "signed_by",
            "tenant",
            "to_user",
            "user_id",
            "wanted_by",
            // what a row is about
            "case_number",
            "cause",
            "earlier_case",
            "field",
            "form",
            "form_version",
            "group_number",
            "number",
            "process",
            "programme",
            "subject",
            "task",
            "template",
            // options of forms
            "attendance",
            "end_reason",
            "information",
            "kind",
            "manner",
            "obstacle",
            "opened_from",
            "outcome",
            "reason",
            "settlement",
            "stage",
            "state",
            "stop_reason",
            "themes",
            "type",
            "weekdays");

    /** Codes and numbers alone, each checked when it comes in. */
    private static final Set<String> CODES = Set.of("counted_case", "frozen_figure");

    /** Who a participant is: package person conceals it by itself. */
    private static final Set<String> PERSONS = Set.of("person", "person_statement", "person_trail");

    /** Written by Samsteg, or about no participant. */
    private static final Set<String> OTHER = Set.of(
            "employer.contact_email",
            "employer.contact_name",
            "employer.contact_phone",
            "case_file.receiving_unit",
            "counted_event.code",
            "case_file.unit",
            "frozen_text.definition",
            "frozen_text.figure",
            "frozen_text.label",
            "frozen_text.note",
            "frozen_text.sources",
            "group_session.series",
            "letter.address",
            "live_node.files",
            "letter.detail",
            "letter_line.text",
            "migration.detail",
            "no_show.meeting",
            "review.unit",
            "staff.languages",
            "staff.phone",
            "staff.unit",
            "staff_trail.languages",
            "staff_trail.phone",
            "staff_trail.unit",
            "step_beside.group_type",
            "step_beside.step",
            "unmet_criterion.criterion");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectProvider<PersonalTables> owners;

    @Test
    void aPackageNamesItsOwnTablesAndViewsOfOthers() throws IOException {
        Map<String, String> tables = owned(0);
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String room = CODE.relativize(file).getName(0).toString();
                named(Files.readString(file)).stream()
                        .filter(table ->
                                tables.containsKey(table) && !tables.get(table).equals(room))
                        .forEach(table -> foreign.add(room + "/" + file.getFileName() + " names table " + table + " of "
                                + tables.get(table) + ": read a view, or ask the owner"));
            }
        }
        assertThat(foreign).isEmpty();
    }

    private static Set<String> named(String code) {
        String uncommented = code.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
        Set<String> tables = new HashSet<>();
        for (MatchResult text : TEXT.matcher(uncommented).results().toList()) {
            String sql = text.group(1) == null ? text.group(2) : text.group(1);
            NAMED.matcher(sql)
                    .results()
                    .map(match -> match.group(2) == null ? match.group(3) : match.group(2))
                    .forEach(tables::add);
        }
        return tables;
    }

    @Test
    void viewsAreNotWrittenTo() throws IOException {
        Set<String> views = owned(1).keySet();
        Pattern writing = Pattern.compile("(?i)\\b(?:insert into|update|delete from)\\s+([a-z_]+)");
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(writing.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                        .as(file.toString())
                        .doesNotContainAnyElementsOf(views);
            }
        }
    }

    @Test
    void everyTableAndViewHasAnOwner() throws IOException {
        assertThat(owned(0).keySet()).containsExactlyInAnyOrderElementsOf(relations("r"));
        assertThat(owned(1).keySet()).containsExactlyInAnyOrderElementsOf(relations("v"));
        assertThat(Stream.of(owned(0), owned(1)).flatMap(owned -> owned.values().stream()))
                .allMatch(room -> Files.isDirectory(CODE.resolve(room)), "is a package");
    }

    private Set<String> relations(String kind) {
        return jdbc.sql("""
                        select relname from pg_class where relkind = ?::"char" and relnamespace = current_schema()::regnamespace
                        and relname not like 'act_%' and relname not like 'flyway_%'
                        """).param(kind).query(String.class).set();
    }

    /** @param nth which table of the page: 0 tables, 1 views */
    private static Map<String, String> owned(int nth) throws IOException {
        String page = Files.readString(Path.of("docs/tables.md"));
        String part = page.split("(?m)^\\| (?:table|view) \\|.*$")[nth + 1];
        return ROW.matcher(part).results().collect(toMap(row -> row.group(1), row -> row.group(2)));
    }

    @Test
    void everyTextColumnOfAParticipantIsDeclaredByItsOwnerOrHoldsNoWords() {
        Set<String> declared = owners.stream()
                .flatMap(owner -> owner.texts().stream())
                .map(text -> text.table() + "." + text.column())
                .collect(toSet());
        Set<String> columns = jdbc.sql("""
                        select c.relname || '.' || a.attname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                        and a.atttypid = 'text'::regtype
                        and c.relname not like 'act_%' and c.relname not like 'flyway_%'""").query(String.class).set();
        assertThat(columns).containsAll(declared);
        columns.removeAll(declared);
        columns.removeAll(OTHER);
        columns.removeIf(column -> PERSONS.contains(column.split("\\.")[0])
                || CODES.contains(column.split("\\.")[0])
                || NO_WORDS.contains(column.split("\\.")[1]));
        assertThat(columns)
                .as("declare it in PersonalTables.texts of its owner")
                .isEmpty();
    }
}
