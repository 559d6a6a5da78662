package se.samsteg.staff;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samsteg.staff.Posts.Post;

/**
 * What lead or administrator registers of a member of staff: form {@code staff-post}.
 *
 * @param postPercent of a full-time post
 * @param languages in Swedish, with commas; empty if none is told
 * @param deputy user id
 */
record StaffPost(
        int postPercent,
        @Nullable String languages,
        @Nullable String phone,
        @Nullable String unit,
        @Nullable String deputy) {

    StaffPost {
        languages = languages == null
                ? ""
                : Arrays.stream(languages.split(","))
                        .map(String::strip)
                        .filter(language -> !language.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    static StaffPost of(Post post) {
        return new StaffPost(post.postPercent(), post.languages(), post.phone(), post.unit(), post.deputy());
    }
}
