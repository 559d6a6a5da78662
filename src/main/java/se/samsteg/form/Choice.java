package se.samsteg.form;

/** An option of a select or checklist as a form shows it. */
public record Choice(String label, String value) {}
