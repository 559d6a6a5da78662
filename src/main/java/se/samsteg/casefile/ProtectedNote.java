package se.samsteg.casefile;

import java.util.Set;

/** Where the <i>Skyddad anteckning</i> stands: in the mapping, read by coach and lead alone, and each time by itself. */
public final class ProtectedNote {

    public static final String FORM = "planning-mapping";

    public static final String TEXT = "restrictedNote";

    /** Answers of the form that are shown nowhere else. */
    public static final Set<String> KEYS = Set.of(TEXT, "concernReportConsidered");

    private ProtectedNote() {}
}
