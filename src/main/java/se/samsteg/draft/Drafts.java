package se.samsteg.draft;

import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All drafts of all users, for changes that the person whom a draft is about makes necessary. */
@Repository
@Transactional(propagation = Propagation.REQUIRED)
public class Drafts {

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String id, String content) {}

    /**
     * Changes what is begun about a case or a group, also in start forms that name the case.
     *
     * @param about a case number, or what else the tasks' processes go by
     * @param rewriting from key and value, a text, list or map, to what shall stand there; the same if it may stay
     */
    public void rewrite(String about, BiFunction<String, Object, Object> rewriting) {
        rewrite("draft", "case_number = :about or subject = :about", about, rewriting);
        rewrite("start_draft", "content ->> 'caseNumber' = :about", about, rewriting);
    }

    private void rewrite(String table, String which, String about, BiFunction<String, Object, Object> rewriting) {
        // A row is known by where it lies: it is locked until it is written.
        jdbc.sql(
                        "select ctid::text as id, content::text as content from %s where content is not null and (%s) for update"
                                .formatted(table, which))
                .param("about", about)
                .query(Row.class)
                .list()
                .forEach(row -> {
                    Content old = Content.read(row.content());
                    Content rewritten = old.rewritten(rewriting);
                    if (!rewritten.equals(old)) {
                        jdbc.sql("update %s set content = :content::jsonb where ctid = :id::tid".formatted(table))
                                .param("content", rewritten.json())
                                .param("id", row.id())
                                .update();
                    }
                });
    }
}
