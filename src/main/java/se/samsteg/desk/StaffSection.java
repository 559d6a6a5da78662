package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseUnits;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.View;
import se.samsteg.programme.Programmes;
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
    private final Facts facts;

    StaffSection(Colleagues colleagues, Posts posts, Programmes programmes, CaseUnits units, Facts facts) {
        this.facts = facts;
        this.colleagues = colleagues;
        this.posts = posts;
        this.programmes = programmes;
        this.units = units;
    }

    /** In as many statements however many they are. */
    Section of(View view) {
        CaseFile file = view.file();
        boolean told = view.wholly() || file.enrolledOn() != null || decided(file.caseNumber());
        String coach = file.coach();
        Map<String, Post> registered = posts.withDeputies(some(coach, file.deputy(), file.caseworker()));
        String deputy = file.deputy() == null && coach != null
                ? Optional.ofNullable(registered.get(coach)).map(Post::deputy).orElse(null)
                : file.deputy();
        Map<String, String> names = colleagues.names(some(coach, deputy, file.caseworker()));
        UnaryOperator<@Nullable String> reached = user -> user == null
                ? null
                : reached(
                        names.getOrDefault(user, user),
                        registered.getOrDefault(user, Post.unknown(user)),
                        programmes.get(file.programme()).tenant());
        CaseUnits.Units shown = units.names(file.caseNumber());
        return Section.of(
                "Ansvariga",
                line("Coach", told ? reached.apply(coach) : null),
                line("Coachens ersättare", told ? reached.apply(deputy) : null),
                line("Handläggare", reached.apply(file.caseworker())),
                line("Remitterande enhet", shown.referring()),
                line("Mottagande enhet", shown.receiving()));
    }

    /**
     * Whether it was told that the person is taken in. Before that a coach, or none, would tell the sender of a referral
     * whether the person was known.
     */
    private boolean decided(String caseNumber) {
        return Stream.of(FactSection.ASSESSMENT, FactSection.INTAKE_BOOKING)
                .anyMatch(section -> facts.last(caseNumber, section.form()).isPresent());
    }

    private static List<String> some(@Nullable String... users) {
        return Stream.of(users).filter(Objects::nonNull).distinct().toList();
    }

    /** {@code Maria Ekström · 08-465 004 01 · Centrum}. */
    private String reached(String name, Post post, String tenant) {
        return Stream.of(name, post.phone(), programmes.unitName(tenant, post.unit()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
