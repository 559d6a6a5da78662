package se.samsteg.login;

/** Why a login is refused, as staff read it. */
enum Refusal {
    LEVEL("Inloggningen har för låg tillitsnivå för Samsteg. Logga in igen med en e-legitimation eller ett tjänstekort"
            + " som din organisation har godkänt."),
    ID("Ditt konto har ett användarnamn som Samsteg inte kan ta emot. Kontakta systemadministratören."),
    GROUPS("Ditt konto har ingen roll i Samsteg. Kontakta den som ger behörigheter i din organisation."),
    TENANT(
            "Ditt konto hör inte till ett och endast ett samordningsförbund i Samsteg. Kontakta den som ger behörigheter i"
                    + " din organisation."),
    AUTHORITY(
            "Ditt konto har en handläggarroll för en annan myndighet än den du hör till, eller saknar myndighet. Kontakta"
                    + " den som ger behörigheter i din organisation."),
    /** The provider was asked and said no, or said something that cannot be trusted. */
    PROVIDER("Inloggningen avbröts eller kunde inte godkännas. Försök igen."),
    AWAY("Inloggningstjänsten svarar inte. Försök igen om en stund.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
