package se.samsteg.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a programme says in the texts of a form: <code>{rules}</code>, its rules as a referrer reads them, and
 * <code>{limit:authoritiesNeeded}</code>, a limit of its criteria. A text or description is left out where the programme says
 * nothing, and where the form is of several programmes.
 */
final class FormPlaces {

    private static final Pattern PLACE = Pattern.compile("\\{(rules|limit:([A-Za-z]+))}");

    private FormPlaces() {}

    /** @return whether the form has any place */
    static boolean fill(JsonNode part, Collection<Settings> programmes) {
        boolean filled = false;
        for (Iterator<JsonNode> parts = part.iterator(); parts.hasNext(); ) {
            JsonNode one = parts.next();
            if (part instanceof ArrayNode && isText(one) && has(one.path("text"))) {
                said(one.path("text").asText(), programmes)
                        .ifPresentOrElse(text -> ((ObjectNode) one).put("text", text), parts::remove);
                filled = true;
            } else {
                filled |= fill(one, programmes);
            }
        }
        if (part instanceof ObjectNode field && has(field.path("description"))) {
            said(field.path("description").asText(), programmes)
                    .ifPresentOrElse(text -> field.put("description", text), () -> field.remove("description"));
            filled = true;
        }
        return filled;
    }

    private static boolean isText(JsonNode component) {
        return component.path("type").asText().equals("text");
    }

    private static boolean has(JsonNode text) {
        return PLACE.matcher(text.asText("")).find();
    }

    private static Optional<String> said(String text, Collection<Settings> programmes) {
        if (programmes.size() != 1) {
            return Optional.empty();
        }
        Settings programme = programmes.iterator().next();
        Matcher place = PLACE.matcher(text);
        StringBuilder said = new StringBuilder();
        while (place.find()) {
            Object value = place.group(2) == null
                    ? programme.referral().rules()
                    : programme.eligibility().limits().get(place.group(2));
            if (value == null) {
                return Optional.empty();
            }
            place.appendReplacement(said, Matcher.quoteReplacement(value.toString()));
        }
        return Optional.of(place.appendTail(said).toString());
    }
}
