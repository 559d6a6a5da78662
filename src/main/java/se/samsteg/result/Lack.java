package se.samsteg.result;

/** What a figure can lack of a case, and the form in which it is filled in. */
enum Lack {
    SEX("Kön", "referral-referral", "Remissen"),
    BIRTH_YEAR("Födelseår", "referral-referral", "Remissen"),
    UNIT("Remitterande enhet", "referral-referral", "Remissen"),
    LIVELIHOOD_BEFORE("Försörjning före", "planning-mapping", "Gör kartläggning"),
    OCCUPATION_BEFORE("Sysselsättning före", "planning-baseline", "Gör startmätning"),
    EDUCATION("Utbildning", "planning-mapping", "Gör kartläggning"),
    MONTHS_ON_SUPPORT("Tid med offentlig försörjning", "planning-mapping", "Gör kartläggning"),
    MAIN_OUTCOME("Huvudutfall", "exit-outcome", "Registrera utfall"),
    HEALTH_AT_EXIT("Hälsa vid avslut", "exit-measurement", "Gör slutmätning"),
    LIVELIHOOD_AFTER("Försörjning efter", "exit-outcome", "Registrera utfall"),
    OCCUPATION_AFTER("Sysselsättning efter", "exit-outcome", "Registrera utfall"),
    ONE_YEAR("Svar efter ett år", "followup-one-year", "Följ upp efter ett år");

    final String words;
    final String form;
    final String task;

    Lack(String words, String form, String task) {
        this.words = words;
        this.form = form;
        this.task = task;
    }
}
