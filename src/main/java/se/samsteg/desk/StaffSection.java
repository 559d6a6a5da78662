package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Posts.Post;

/** Who works with a case and how a colleague reaches them, as a section of the tab Akten. */
@Component
class StaffSection {

    private final Colleagues colleagues;
    private final Posts posts;

    StaffSection(Colleagues colleagues, Posts posts) {
        this.colleagues = colleagues;
        this.posts = posts;
    }

    Section of(CaseFile file) {
        String coach = file.coach();
        String deputy = file.deputy() == null && coach != null ? posts.of(coach).deputy() : file.deputy();
        return Section.of(
                "Ansvariga",
                line("Coach", reached(coach)),
                line("Coachens ersättare", reached(deputy)),
                line("Handläggare", reached(file.caseworker())));
    }

    /** {@code Maria Ekström · 08-465 004 01 · Centrum}. */
    private @Nullable String reached(@Nullable String user) {
        if (user == null) {
            return null;
        }
        Post post = posts.of(user);
        return Stream.of(colleagues.name(user), post.phone(), post.unit())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
