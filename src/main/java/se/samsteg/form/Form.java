package se.samsteg.form;

import java.util.List;
import java.util.Optional;

/**
 * A deployed form.
 *
 * @param id as models name it, whichever programme's version of the form it is
 * @param version first 12 hex digits of the SHA-256 of the form's text
 * @param fields what holds a value, in the order of the form, groups flattened
 */
record Form(String id, String version, List<FormField> fields) {

    Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    List<String> keys() {
        return fields.stream().map(FormField::key).toList();
    }
}
