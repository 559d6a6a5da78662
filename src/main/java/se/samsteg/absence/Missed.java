package se.samsteg.absence;

import java.util.Locale;

/** What a participant can fail to come to. */
enum Missed {
    TALK("coachsamtal"),
    SESSION("gruppträff"),
    ENROLMENT("inskrivningssamtal"),
    ORIENTATION("orientering"),
    INTRODUCTION("introduktion på arbetsplats"),
    SIP("SIP- eller nätverksmöte"),
    HOME_VISIT("hembesök");

    private final String words;

    Missed(String words) {
        this.words = words;
    }

    static Missed of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As the table has it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the coach reads it. */
    String words() {
        return words;
    }
}
