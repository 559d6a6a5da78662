package se.samsteg.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.form.FormText;
import se.samsteg.form.FormTexts;

/**
 * What facts about a group, a handover or a sitting say of one among those in them: the answers and rows at the person's
 * seat, and the person's case number in lists. Nothing of other persons, and no free text: it does not say whom it is about.
 */
@Repository
class AmongOthers {

    /** What a row of a list says of a seat. */
    private static final String ROW_SEAT = "seat";

    private static final Pattern SEAT = Pattern.compile("[a-zA-Z]+?(\\d+)");

    private final JdbcClient jdbc;
    private final FormTexts forms;

    AmongOthers(JdbcClient jdbc, FormTexts forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    private record Part(String fact, @Nullable String seats) {}

    /** The facts that say something of one of the cases, the oldest first, each with that part of its content only. */
    List<ObjectNode> of(Collection<String> cases) {
        return jdbc
                .sql("""
                        select to_jsonb(f)::text as fact, mine.seats from recorded_fact f join (
                          select fact, string_agg(seat::text, ',') as seats from fact_case
                          where case_number = any(?) group by fact) mine on mine.fact = f.id
                        order by recorded_at, id""")
                .param(cases.toArray(String[]::new))
                .query(DataClassRowMapper.newInstance(Part.class))
                .list()
                .stream()
                .map(part -> own(
                        PersonTables.row(part.fact()),
                        part.seats() == null ? Set.of() : Set.of(part.seats().split(",")),
                        cases))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null if the fact says nothing of the person. */
    private @Nullable ObjectNode own(ObjectNode fact, Set<String> seats, Collection<String> cases) {
        Set<String> written = new HashSet<>();
        forms.of(fact.path("kind").asText(), fact.path("form_version").asText())
                .ifPresent(form ->
                        form.fields().stream().filter(FormText.Field::free).forEach(field -> written.add(field.key())));
        ObjectNode content = fact.objectNode();
        boolean named = false;
        for (Map.Entry<String, JsonNode> answer : fact.path("content").properties()) {
            Matcher seat = SEAT.matcher(answer.getKey());
            JsonNode value = answer.getValue();
            if (value.isArray()) {
                ArrayNode mine = fact.arrayNode();
                value.forEach(one -> {
                    if (one.has(ROW_SEAT) && seats.contains(one.path(ROW_SEAT).asText())) {
                        mine.add(((ObjectNode) one.deepCopy()).without(ROW_SEAT));
                    } else if (cases.contains(one.asText())) {
                        mine.add(one);
                    }
                });
                if (!mine.isEmpty()) {
                    content.set(answer.getKey(), mine);
                    named = true;
                }
            } else if (seat.matches()) {
                if (seats.contains(seat.group(1)) && !value.isNull()) {
                    content.set(answer.getKey(), value);
                    named = true;
                }
            } else if (!written.contains(answer.getKey()) && !value.isNull()) {
                content.set(answer.getKey(), value);
            }
        }
        fact.set("content", content);
        return named ? fact : null;
    }
}
