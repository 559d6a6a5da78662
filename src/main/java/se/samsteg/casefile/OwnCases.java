package se.samsteg.casefile;

import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Refused;
import se.samsteg.programme.Programmes;

/** The open cases of whoever is logged in: as caseworker, as coach, or as programme lead. */
@Component
public class OwnCases {

    private final CaseFiles cases;
    private final Programmes programmes;
    private final Actor actor;

    OwnCases(CaseFiles cases, Programmes programmes, Actor actor) {
        this.cases = cases;
        this.programmes = programmes;
        this.actor = actor;
    }

    /**
     * @throws Refused with one and the same sentence if the case does not exist, is closed or is somebody else's, so that
     *     nobody can probe for cases
     */
    public CaseFile get(String caseNumber) {
        return cases.find(caseNumber)
                .filter(CaseFile::open)
                .filter(this::mine)
                .orElseThrow(
                        () -> new Refused("Ärende: inget pågående ärende med det numret finns bland dina ärenden."));
    }

    private boolean mine(CaseFile file) {
        String me = actor.user();
        return me.equals(file.caseworker()) || me.equals(file.coach()) || leads(file);
    }

    private boolean leads(CaseFile file) {
        return actor.groups().contains("programme-lead")
                && actor.tenants().contains(programmes.get(file.programme()).tenant());
    }
}
