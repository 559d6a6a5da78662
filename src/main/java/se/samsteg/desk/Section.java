package se.samsteg.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a case file as it is read: a Swedish heading, and only the lines that say something. */
record Section(String heading, List<Line> lines) {

    /** @param text may have several lines */
    record Line(String label, String text) {}

    static Section of(String heading, @Nullable Line... lines) {
        return new Section(
                heading, Arrays.stream(lines).filter(Objects::nonNull).toList());
    }

    /** A line, or null if there is nothing to say in it. */
    static @Nullable Line line(String label, @Nullable Object text) {
        return text == null || text.toString().isBlank() ? null : new Line(label, text.toString());
    }

    /** The same with a line first. */
    Section with(@Nullable Line first) {
        return new Section(
                heading, Stream.concat(Stream.ofNullable(first), lines.stream()).toList());
    }

    boolean saysSomething() {
        return !lines.isEmpty();
    }
}
