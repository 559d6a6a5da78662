package se.samsteg.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Reads the text of a {@code .form}: JSON of form-js, schema version 16. */
final class FormReader {

    private static final Set<String> SHOWN_ONLY =
            Set.of("text", "html", "image", "table", "spacer", "separator", "button", "iframe");

    private static final String KEY = "[a-z][a-zA-Z0-9]*";

    private FormReader() {}

    /** @throws IllegalArgumentException naming what the form has that the rules cannot check */
    static Form read(String text) {
        try {
            JsonNode form = Json.MAPPER.readTree(text);
            String id = ProgrammeForms.form(id(form));
            List<FormField> fields = new ArrayList<>();
            collect(form, List.of(), fields, id);
            Set<String> seen = new HashSet<>();
            for (FormField field : fields) {
                if (!seen.add(field.key())) {
                    throw new IllegalArgumentException("form " + id + " has two fields with the key " + field.key());
                }
            }
            return new Form(id, version(text), List.copyOf(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a form is not JSON", e);
        }
    }

    /** The id under which a form is deployed: its own, or that of a programme's version of it. */
    static String id(String text) {
        return id(Json.tree(text));
    }

    private static String id(JsonNode form) {
        String id = form.path("id").asText("");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a form has no id");
        }
        return id;
    }

    private static void collect(JsonNode parent, List<String> hides, List<FormField> into, String form) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            List<String> conditions = hides(component, hides);
            if (type.equals("group")) {
                if (!component.path("path").asText("").isEmpty()) {
                    throw new IllegalArgumentException("form " + form + ": a group must not have a path");
                }
                collect(component, conditions, into, form);
            } else if (FormField.Type.holdsValue(type)) {
                into.add(field(component, conditions, form));
            } else if (!SHOWN_ONLY.contains(type)) {
                throw new IllegalArgumentException("form " + form + ": component " + type + " is not supported");
            }
        }
    }

    private static FormField field(JsonNode component, List<String> hides, String form) {
        FormField.Type type = FormField.Type.of(component.path("type").asText());
        boolean rows = type == FormField.Type.DYNAMICLIST;
        String key = component.path(rows ? "path" : "key").asText("");
        if (!key.matches(KEY)) {
            throw new IllegalArgumentException("form " + form + ": a field's key must be camelCase, not " + key);
        }
        List<FormField> columns = new ArrayList<>();
        if (rows) {
            collect(component, List.of(), columns, form);
        }
        return new FormField(key, type, component, hides, List.copyOf(columns));
    }

    private static List<String> hides(JsonNode component, List<String> outer) {
        String hide = component.path("conditional").path("hide").asText("");
        if (hide.isBlank()) {
            return outer;
        }
        List<String> all = new ArrayList<>(outer);
        all.add(hide.startsWith("=") ? hide.substring(1) : hide);
        return List.copyOf(all);
    }

    private static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
