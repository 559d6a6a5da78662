package se.samsteg.desk;

import java.util.Map;
import se.samsteg.programme.Settings;

/**
 * Words for answers that a form lets choose among what stands elsewhere.
 *
 * @param staff names by user id
 */
record CaseWords(Settings programme, Map<String, String> staff) {

    /** A colleague's name, a step of the ladder or a type of group; the answer itself if it is none of them. */
    String of(String code) {
        if (code.equals(Settings.Step.EXIT)) {
            return "Utslussning";
        }
        return programme
                .step(code)
                .map(Settings.Step::name)
                .or(() -> programme.groups().stream()
                        .filter(group -> group.type().equals(code))
                        .map(Settings.Group::name)
                        .findFirst())
                .orElseGet(() -> staff.getOrDefault(code, code));
    }
}
