package se.samsteg.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.Json;

/**
 * Every table that refers to a person, however many tables lie between, found by the foreign keys of the database that
 * runs: a new table is in by itself. A row belongs to a case by its own reference to it and by nothing else; only where
 * a table has no such reference does a row follow the row that it is part of. So a letter about many cases gives each
 * participant the own line only. A table whose comment in the database says that it is derived from others is left out.
 */
@Repository
class PersonTables {

    private static final String PERSON = "person";
    private static final String CASE = "case_file";
    private static final Set<String> TIMES = Set.of("timestamptz", "date");

    private final JdbcClient jdbc;

    PersonTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table and which of its rows are a person's.
     *
     * @param columns by name with PostgreSQL's name of the type, in the table's order
     * @param belongs a condition on alias {@code t} with parameters {@code :persons} and {@code :cases}
     * @param dated the days of what a row refers to, such as a group's session: of it nothing more, for it is about others
     */
    record Table(String name, Map<String, String> columns, String belongs, String dated) {

        private String sql() {
            String binary = columns.entrySet().stream()
                    .filter(column -> column.getValue().equals("bytea"))
                    .map(column -> " || jsonb_build_object('%1$s', translate(encode(t.\"%1$s\", 'base64'), E'\\n', ''))"
                            .formatted(column.getKey()))
                    .collect(Collectors.joining());
            String order = columns.entrySet().stream()
                    .filter(column -> TIMES.contains(column.getValue()))
                    .map(column -> "t.\"" + column.getKey() + "\", ")
                    .findFirst()
                    .orElse("");
            return "select (to_jsonb(t)%s%s)::text from \"%s\" t where %s order by %s to_jsonb(t)::text"
                    .formatted(binary, dated, name, belongs, order);
        }
    }

    private record Reference(String child, String parent, String[] columns, String[] referenced) {

        String joins(String parentAlias, String childAlias) {
            List<String> joined = new ArrayList<>();
            for (int n = 0; n < columns.length; n++) {
                joined.add("%s.\"%s\" = %s.\"%s\"".formatted(parentAlias, referenced[n], childAlias, columns[n]));
            }
            return String.join(" and ", joined);
        }
    }

    private record Column(String table, String name, String type) {}

    /** In the order of the names. */
    List<Table> all() {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.relname as table, a.attname as name, t.typname as type
                        from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
                        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                          and a.attnum > 0 and not a.attisdropped
                          and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'derived%'
                        order by c.relname, a.attnum
                        """).query(Column.class).list().forEach(column -> columns.computeIfAbsent(
                        column.table(), table -> new LinkedHashMap<>())
                .put(column.name(), column.type()));
        Map<String, List<Reference>> references = references();
        List<Table> tables = new ArrayList<>();
        columns.forEach((table, itsColumns) -> {
            String belongs = belongs(table, "t", references, Set.of());
            if (belongs != null) {
                tables.add(new Table(table, itsColumns, belongs, dated(table, columns, references)));
            }
        });
        return tables;
    }

    private static String dated(
            String table, Map<String, Map<String, String>> columns, Map<String, List<Reference>> references) {
        Map<String, String> days = new TreeMap<>();
        for (Reference reference : references.getOrDefault(table, List.of())) {
            String parent = reference.parent();
            String values = columns.getOrDefault(parent, Map.of()).entrySet().stream()
                    .filter(column -> TIMES.contains(column.getValue()))
                    .map(column -> "'%1$s', o.\"%1$s\"".formatted(column.getKey()))
                    .collect(Collectors.joining(", "));
            if (!Set.of(PERSON, CASE).contains(parent) && !values.isEmpty()) {
                days.put(
                        parent,
                        "'%s', (select jsonb_build_object(%s) from \"%s\" o where %s)"
                                .formatted(parent, values, parent, reference.joins("o", "t")));
            }
        }
        return days.isEmpty()
                ? ""
                : " || jsonb_build_object('refers_to', jsonb_build_object(" + String.join(", ", days.values()) + "))";
    }

    private Map<String, List<Reference>> references() {
        return jdbc
                .sql("""
                        select child.relname as child, parent.relname as parent,
                          (select array_agg(a.attname::text order by nth) from unnest(r.conkey) with ordinality k (num, nth)
                           join pg_attribute a on a.attrelid = r.conrelid and a.attnum = num) as columns,
                          (select array_agg(a.attname::text order by nth) from unnest(r.confkey) with ordinality k (num, nth)
                           join pg_attribute a on a.attrelid = r.confrelid and a.attnum = num) as referenced
                        from pg_constraint r join pg_class child on child.oid = r.conrelid
                        join pg_class parent on parent.oid = r.confrelid
                        where r.contype = 'f' and r.connamespace = current_schema()::regnamespace
                        order by r.conname""")
                .query((row, n) -> new Reference(
                        row.getString("child"),
                        row.getString("parent"),
                        (String[]) row.getArray("columns").getArray(),
                        (String[]) row.getArray("referenced").getArray()))
                .list()
                .stream()
                .filter(reference -> !reference.child().equals(reference.parent()))
                .collect(Collectors.groupingBy(Reference::child));
    }

    /** Null for a table that refers to no person. */
    private static @Nullable String belongs(
            String table, String alias, Map<String, List<Reference>> references, Set<String> below) {
        if (table.equals(PERSON)) {
            return alias + ".id = any(:persons)";
        }
        if (table.equals(CASE)) {
            return alias + ".case_number = any(:cases)";
        }
        List<Reference> all = references.getOrDefault(table, List.of());
        for (String own : List.of(CASE, PERSON)) {
            String parameter = own.equals(CASE) ? " = any(:cases)" : " = any(:persons)";
            String direct = all.stream()
                    .filter(reference -> reference.parent().equals(own))
                    .map(reference -> "%s.\"%s\"%s".formatted(alias, reference.columns()[0], parameter))
                    .collect(Collectors.joining(" or "));
            if (!direct.isEmpty()) {
                return "(" + direct + ")";
            }
        }
        Set<String> path = new HashSet<>(below);
        path.add(table);
        List<String> through = new ArrayList<>();
        for (Reference reference : all) {
            String parent = "p" + path.size();
            String parents =
                    path.contains(reference.parent()) ? null : belongs(reference.parent(), parent, references, path);
            if (parents != null) {
                List<String> joined = new ArrayList<>();
                for (int n = 0; n < reference.columns().length; n++) {
                    joined.add("%s.\"%s\" = %s.\"%s\""
                            .formatted(
                                    parent,
                                    reference.referenced()[n],
                                    alias,
                                    reference.columns()[n]));
                }
                through.add("exists (select from \"%s\" %s where %s and %s)"
                        .formatted(reference.parent(), parent, String.join(" and ", joined), parents));
            }
        }
        return through.isEmpty() ? null : "(" + String.join(" or ", through) + ")";
    }

    /** The rows of a table that belong to the cases or to the person, the oldest first; bytes in Base64. */
    List<ObjectNode> rows(Table table, Collection<UUID> persons, Collection<String> cases) {
        return jdbc
                .sql(table.sql())
                .param("persons", persons.toArray(UUID[]::new))
                .param("cases", cases.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(PersonTables::row)
                .toList();
    }

    static ObjectNode row(String json) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is no JSON");
        }
    }
}
