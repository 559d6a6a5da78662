package se.samsteg.sip;

/** What keeps a meeting from being held, and what the lead does about it: form {@code sip-delay}. */
record Delay(String hinder, String done) {}
