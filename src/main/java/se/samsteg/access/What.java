package se.samsteg.access;

import java.util.Locale;

/** What a user looked at, or was refused. */
public enum What {
    CASE_FILE("akten"),
    TIMELINE("händelserna i ärendet"),
    PROTECTED_NOTE("den skyddade anteckningen"),
    DOCUMENT("en handling"),
    FORM("en uppgift"),
    TASK("en uppgift"),
    DRAFT("en egen påbörjad anteckning"),
    START("en start av process"),
    CASE_LIST("listan över egna ärenden"),
    QUEUE("kön"),
    RESULTS("resultatet"),
    IMPORT("importen av ärenden"),
    CASE_ROWS("ärendena som rader"),
    EVALUATOR_ROWS("rader till en utvärderare, efter beslut om utlämnande"),
    NATIONAL_COUNTS("de nationella antalen"),
    MISSING("vad resultatet saknar"),
    DEVELOPMENT("utvecklingen över tid"),
    RESULTS_EXPORT("resultatet som fil"),
    READERS("vem som har läst"),
    EXTRACT("registerutdraget"),
    EXTRACT_WITHOUT_NOTE("registerutdraget utan skyddad anteckning"),
    REFERRAL("en ny remiss"),
    REGISTER("personregistret");

    private final String words;

    What(String words) {
        this.words = words;
    }

    /** As it stands in the log. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static What of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As leads read it. */
    public String words() {
        return words;
    }

    /** As participants and their caseworkers read it: that there is a protected note is not told to them. */
    public String told() {
        return switch (this) {
            case PROTECTED_NOTE -> CASE_FILE.words;
            case EXTRACT_WITHOUT_NOTE -> EXTRACT.words;
            default -> words;
        };
    }
}
