package se.samsteg.journey;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in the whole database a word stands. */
final class Tables {

    private Tables() {}

    /**
     * Tables with the text in any column, in upper or lower case and with any hyphens and blanks; binary columns, in
     * which the engine keeps what is long, are read as text.
     *
     * @param text ASCII without hyphens and blanks
     */
    static Set<String> holding(JdbcClient jdbc, String text) {
        Set<String> tables = new TreeSet<>();
        for (Map<String, Object> column : jdbc.sql("""
                        select c.table_schema, c.table_name, c.column_name, c.data_type from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema in ('public', 'log') and t.table_type = 'BASE TABLE'
                        and c.data_type in ('text', 'character varying', 'character', 'jsonb', 'json', 'bytea')
                        """).query().listOfRows()) {
            String name = "\"" + column.get("column_name") + "\"";
            String read = "bytea".equals(column.get("data_type")) ? "encode(" + name + ", 'escape')" : name + "::text";
            String table = (String) column.get("table_name");
            Integer rows = jdbc.sql("select count(*) from " + column.get("table_schema") + ".\"" + table
                            + "\" where regexp_replace(" + read + ", '[-[:space:]]', '', 'g') ilike '%' || ? || '%'")
                    .param(text)
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                tables.add(table);
            }
        }
        return tables;
    }
}
