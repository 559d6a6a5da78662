package se.samsteg.result;

import java.util.List;

/**
 * An account as it is printed: in the order in which the evaluators of 2011 laid results before the steering group.
 *
 * @param goals that were in force in the period
 * @param unmeasured what could not be measured, of how many, and why: a sentence each
 */
public record Report(List<Goal> goals, List<Section> sections, List<String> unmeasured) {

    /**
     * A goal.
     *
     * @param wording as it was decided
     * @param result what was reached, and of whom it is not known
     */
    public record Goal(String wording, String result) {}

    /** Figures that belong together. */
    public record Section(String heading, List<Line> lines) {}

    /**
     * A line of a section.
     *
     * @param part whether it is a part of the figure above it
     */
    public record Line(String label, String value, boolean part) {}
}
