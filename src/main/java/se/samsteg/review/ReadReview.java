package se.samsteg.review;

/** The unit's manager, or a caseworker who did not take part, has read the review: form {@code review-receipt}. */
record ReadReview(boolean read) {}
