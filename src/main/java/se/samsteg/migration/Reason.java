package se.samsteg.migration;

/** Why a process stays on an earlier version of its model: what the lead reads. */
enum Reason {
    NO_PLACE("Steget där ärendet står finns inte i den nya versionen."),
    OTHER_DEADLINE("En tidsfrist skulle bli en annan."),
    BUSY("Någon arbetade i ärendet varje gång det skulle flyttas. Nästa uppdatering försöker igen."),
    FAILED("Flytten misslyckades. Systemadministratören ser felet i loggen.");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
