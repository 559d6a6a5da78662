package se.samsteg.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samsteg.form.Numbered;

/**
 * What the leaders make of a group that has ended, and what follows for whom.
 */
record Evaluation(
        String worked, @Nullable String improve, @Numbered List<Follows> follows) {

    /**
     * @param number the seat
     * @param follows group, orientation, workplace, individual, care, left or other
     */
    record Follows(int number, String follows) {}
}
