package se.samsteg.measure;

/** What the lead did about a measure that was promised in vain: form {@code measure-raise}. */
record Raise(String done, String agreedWith, String agreed) {}
