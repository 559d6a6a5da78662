package se.samsteg.planning;

import org.jspecify.annotations.Nullable;

/**
 * The measurement at the start, with which later ones are compared. Each answer of the participant's is a number, an option
 * or the reason why it is missing: a missing answer is not a bad one. What the participant does and how much depends on
 * none of them.
 *
 * @param instrument the set of questions; answers to different sets are never compared
 * @param selfRatedHealth very-good, good, fair, poor or very-poor, or why it is missing
 * @param physicalHealth and the other scales: 0 (worst) to 10 (best), or why it is missing
 * @param workPercent extent of work or studies, of full time; null where there is none or it is not known
 * @param sickLeaveDegree 0, 25, 50, 75 or 100 per cent, or unknown
 */
record Baseline(
        String instrument,
        String instrumentVersion,
        String selfRatedHealth,
        String physicalHealth,
        String mentalHealth,
        String socialHealth,
        String motivation,
        String structure,
        String selfEsteem,
        String responsibility,
        String swedish,
        String readiness,
        String occupation,
        @Nullable Integer workPercent,
        String sickLeaveDegree) {}
