package se.samsteg.coaching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a preliminary action plan lacked. */
record PlanCompletion(@Nullable String goal, String steps, String exitPlan, LocalDate agreedOn) {}
