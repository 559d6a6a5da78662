package se.samsteg.result;

import org.jspecify.annotations.Nullable;

/** What a figure can lack of a case, the form in which it is filled in, and the task in which that form is. */
enum Lack {
    SEX("Kön", "referral-referral", null, "Remissen"),
    BIRTH_YEAR("Födelseår", "referral-referral", null, "Remissen"),
    UNIT("Remitterande enhet", "referral-referral", null, "Remissen"),
    LIVELIHOOD_BEFORE("Försörjning före", "planning-mapping", "userTask_mapSituation", "Gör kartläggning"),
    OCCUPATION_BEFORE("Sysselsättning före", "planning-baseline", "userTask_measureBaseline", "Gör startmätning"),
    EDUCATION("Utbildning", "planning-mapping", "userTask_mapSituation", "Gör kartläggning"),
    MONTHS_ON_SUPPORT("Tid med offentlig försörjning", "planning-mapping", "userTask_mapSituation", "Gör kartläggning"),
    MAIN_OUTCOME("Huvudutfall", "exit-outcome", "userTask_recordOutcome", "Registrera utfall"),
    HEALTH_AT_EXIT("Hälsa vid avslut", "exit-measurement", "userTask_measure", "Gör slutmätning"),
    LIVELIHOOD_AFTER("Försörjning efter", "exit-outcome", "userTask_recordOutcome", "Registrera utfall"),
    OCCUPATION_AFTER("Sysselsättning efter", "exit-outcome", "userTask_recordOutcome", "Registrera utfall"),
    ONE_YEAR("Svar efter ett år", "followup-one-year", "userTask_followUpOneYear", "Följ upp efter ett år");

    final String words;
    final String form;

    /** Id of the task in its model; null where the form starts the case, so that only a correction is left. */
    final @Nullable String element;

    final String task;

    Lack(String words, String form, @Nullable String element, String task) {
        this.words = words;
        this.form = form;
        this.element = element;
        this.task = task;
    }
}
