package se.samsteg.errand;

/** That the caseworker has read what was told: form {@code notice-receipt}. */
record Read(Boolean haveRead) {}
