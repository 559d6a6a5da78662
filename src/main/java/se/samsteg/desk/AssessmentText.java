package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import org.jspecify.annotations.Nullable;

/** What is read of form {@code conference-assessment}. */
record AssessmentText(@Nullable String assessment, @Nullable String preliminaryPlan) {

    Section section() {
        return Section.of(
                "Bedömningen på utökat möte",
                line("Gemensam bedömning", assessment),
                line("Preliminär plan", preliminaryPlan));
    }
}
