package se.samsteg.orientation;

import java.util.Arrays;
import se.samsteg.form.Choice;

/** What an orientation may consist of: codes and labels of form {@code orientation-plan}. */
enum Part {
    SOCIETY_INFORMATION("Samhällsinformation"),
    STUDY_VISIT("Studiebesök"),
    STUDY_COUNSELLING("Studie- och yrkesvägledning (SYV)"),
    AF_LECTURE("Föreläsning av Arbetsförmedlingen"),
    CV_AND_LETTER("CV och personligt brev"),
    JOB_SEARCH("Hur man söker arbete"),
    SUPPORT_AND_GRANTS("Information om stöd och stipendier");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    private String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such part */
    static Choice choice(String code) {
        return Arrays.stream(values())
                .filter(part -> part.code().equals(code))
                .findFirst()
                .map(part -> new Choice(part.label, code))
                .orElseThrow(() -> new IllegalArgumentException("no such part"));
    }
}
