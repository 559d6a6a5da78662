package se.samsteg.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.Documents;
import se.samsteg.casefile.ProtectedNote;
import se.samsteg.form.Json;

/**
 * Register extract: everything that is held about one person in all the person's cases at one coordination association.
 * Nothing of it is chosen by hand: what the tables hold is found by the foreign keys of the database. The caller has
 * decided who may read it, and has written that in the access log.
 *
 * <p>The JSON (UTF-8, dates as ISO 8601) is one object. What it holds from the first release on stays:
 *
 * <pre>
 * format       "samsteg-extract-1"
 * drawnUpAt    time with offset
 * association  id of the coordination association
 * caseNumbers  the person's cases there
 * tables       by table: rows as objects, by column; bytes in Base64, what forms said in fact.content and draft.content by the form's keys
 * amongOthers  facts about a group or a handover, as in fact, with what concerns the person only
 * openTasks    {caseNumber, name, form, since, due, assignee, values}
 * readers      {caseNumber, at, user, role, authority, what}
 * staff        names by user id, of those who have an account
 * words        {tables: {table: {title, columns}}, forms: {form: {title, fields}}}: Swedish by name
 * </pre>
 */
@Component
public class Extract {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final ExtractContent content;
    private final ExtractPages pages;
    private final Documents documents;
    private final Clock clock;

    Extract(
            JdbcClient jdbc,
            CaseFiles cases,
            ExtractContent content,
            ExtractPages pages,
            Documents documents,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.content = content;
        this.pages = pages;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Whether any of the person's cases holds a <i>Skyddad anteckning</i>: the law's exceptions may keep it from the
     * participant, and a person must decide that before an extract is drawn up.
     */
    public boolean hasProtectedNote(String caseNumber) {
        return jdbc.sql("""
                        select exists (select from recorded_fact where case_number in (:cases)
                        and kind = 'planning-mapping' and content ->> 'restrictedNote' <> '')""")
                .param("cases", cases.ofSamePerson(caseNumber))
                .query(Boolean.class)
                .single();
    }

    /** As {@link #json(String, boolean)}, with all of it. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public byte[] json(String caseNumber) {
        return json(caseNumber, true);
    }

    /**
     * The extract for machines: all of it, documents too.
     *
     * @param caseNumber of any of the person's cases at the association
     * @param withNote whether the protected note is in it, {@link #hasProtectedNote}
     * @return one JSON object, UTF-8
     * @throws IllegalArgumentException if there is no such case
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public byte[] json(String caseNumber, boolean withNote) {
        ObjectNode all = all(caseNumber, withNote);
        pages.explain(all);
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an extract could not be written as JSON");
        }
    }

    /** As {@link #pdf(String, boolean)}, with all of it. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public byte[] pdf(String caseNumber) {
        return pdf(caseNumber, true);
    }

    /**
     * The extract as the person reads it, in Swedish. It leaves out ids, and the documents, which are PDFs of their own.
     * It is drawn up anew each time and not kept.
     *
     * @param caseNumber of any of the person's cases at the association
     * @param withNote whether the protected note is in it, {@link #hasProtectedNote}
     * @throws IllegalArgumentException if there is no such case
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public byte[] pdf(String caseNumber, boolean withNote) {
        return documents.printWithName(caseNumber, "extract", pages.of(all(caseNumber, withNote)));
    }

    private ObjectNode all(String caseNumber, boolean withNote) {
        ObjectNode all = content.of(caseNumber, OffsetDateTime.now(clock));
        if (!withNote) {
            withhold(all);
        }
        return all;
    }

    private static void withhold(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(ProtectedNote.KEYS);
        }
        node.forEach(Extract::withhold);
    }
}
