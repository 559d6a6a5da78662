package se.samsteg.review;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Colleagues;
import se.samsteg.staff.Colleagues.Colleague;
import se.samsteg.staff.Posts;
import se.samsteg.staff.Role;

/** The unit of a review, and who manages it. */
@Component
class Units {

    private final Programmes programmes;
    private final Colleagues colleagues;
    private final Posts posts;

    Units(Programmes programmes, Colleagues colleagues, Posts posts) {
        this.programmes = programmes;
        this.colleagues = colleagues;
        this.posts = posts;
    }

    Settings programme(Reviews.Stored review) {
        return programmes.get(review.programme());
    }

    /** What it is called; the code of one that the programme's file does not have any more. */
    String name(Reviews.Stored review) {
        return programme(review).unit(review.unit()).map(Settings.Unit::name).orElse(review.unit());
    }

    /** User ids of the association's unit managers who work in the unit. */
    List<String> managers(Reviews.Stored review) {
        return colleagues.in(Role.UNIT_MANAGER, programme(review).tenant()).stream()
                .map(Colleague::id)
                .filter(manager -> review.unit().equals(posts.of(manager).unit()))
                .toList();
    }

    /** Whether a user has an account in the association of the review. */
    boolean worksHere(Reviews.Stored review, String user) {
        return colleagues.worksIn(programme(review).tenant(), user);
    }
}
