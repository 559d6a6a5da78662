package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Posts.Post;

/** Who works with a case and how a colleague reaches them, as a section of the tab Akten. */
@Component
class StaffSection {

    private final Colleagues colleagues;
    private final Posts posts;
    private final Programmes programmes;
    private final CaseUnits units;

    StaffSection(Colleagues colleagues, Posts posts, Programmes programmes, CaseUnits units) {
        this.colleagues = colleagues;
        this.posts = posts;
        this.programmes = programmes;
        this.units = units;
    }

    Section of(CaseFile file) {
        String coach = file.coach();
        String deputy = file.deputy() == null && coach != null ? posts.of(coach).deputy() : file.deputy();
        String tenant = programmes.get(file.programme()).tenant();
        return Section.of(
                "Ansvariga",
                line("Coach", reached(coach, tenant)),
                line("Coachens ersättare", reached(deputy, tenant)),
                line("Handläggare", reached(file.caseworker(), tenant)),
                line("Remitterande enhet", name(units.referring(file.caseNumber()))),
                line("Mottagande enhet", name(units.receiving(file.caseNumber()))));
    }

    private static @Nullable String name(Optional<Settings.Unit> unit) {
        return unit.map(Settings.Unit::name).orElse(null);
    }

    /** {@code Maria Ekström · 08-465 004 01 · Centrum}. */
    private @Nullable String reached(@Nullable String user, String tenant) {
        if (user == null) {
            return null;
        }
        Post post = posts.of(user);
        return Stream.of(colleagues.name(user), post.phone(), programmes.unitName(tenant, post.unit()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
