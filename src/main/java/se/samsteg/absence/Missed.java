package se.samsteg.absence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a participant can fail to come to. */
enum Missed {
    TALK("coachsamtal", "coaching-talk"),
    SESSION("gruppträff", null),
    INTAKE("trepartssamtal", "intake-talk"),
    ENROLMENT("inskrivningssamtal", "planning-enrolment"),
    ASSESSMENT("arbetsterapeutens bedömning", "prerehab-support-assessment"),
    ORIENTATION("orientering", "orientation-progress"),
    INTRODUCTION("introduktion på arbetsplats", "workplace-introduction"),
    FOLLOW_UP("uppföljning på arbetsplats", "workplace-follow-up"),
    SIP("SIP- eller nätverksmöte", "sip-meeting"),
    HOME_VISIT("hembesök", "absence-home-visit"),
    /** Told by staff, where no roll is called. */
    AWAY("borta, enligt personalen", null);

    private final String words;
    private final @Nullable String form;

    Missed(String words, @Nullable String form) {
        this.words = words;
        this.form = form;
    }

    static Missed of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As the table has it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In which it is recorded as missed; null for a session, whose form is about a group, and for what staff tell. */
    @Nullable
    String form() {
        return form;
    }

    /** As the coach reads it. */
    String words() {
        return words;
    }
}
