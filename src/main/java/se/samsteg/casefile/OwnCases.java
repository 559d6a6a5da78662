package se.samsteg.casefile;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsteg.engine.Actor;
import se.samsteg.engine.Refused;
import se.samsteg.programme.Programmes;

/** The cases of whoever is logged in: as caseworker, as coach, or as programme lead. */
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
        return find(caseNumber)
                .filter(CaseFile::open)
                .orElseThrow(
                        () -> new Refused("Ärende: inget pågående ärende med det numret finns bland dina ärenden."));
    }

    /** The case, open or closed, for reading; empty both if it does not exist and if it is somebody else's. */
    public Optional<CaseFile> find(String caseNumber) {
        return cases.find(caseNumber).filter(this::mine);
    }

    /** Whether the whole case may be read: by its coach and lead. Its caseworker reads what the authority has a part in. */
    public boolean wholly(CaseFile file) {
        return actor.user().equals(file.coach()) || leads(file);
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
