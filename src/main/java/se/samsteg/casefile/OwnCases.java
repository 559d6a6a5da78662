package se.samsteg.casefile;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;
import se.samsteg.engine.Actor;
import se.samsteg.form.Refused;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

/**
 * The cases of the logged-in user: as coach, as programme lead, or as caseworker of an authority that may know of the
 * case today.
 */
@Component
public class OwnCases {

    private final CaseFiles cases;
    private final StaffCases staffCases;
    private final Consents consents;
    private final Programmes programmes;
    private final Actor actor;
    private final TaskService tasks;
    private final AccessLog log;

    OwnCases(
            CaseFiles cases,
            StaffCases staffCases,
            Consents consents,
            Programmes programmes,
            Actor actor,
            @Lazy TaskService tasks,
            AccessLog log) {
        this.cases = cases;
        this.staffCases = staffCases;
        this.consents = consents;
        this.programmes = programmes;
        this.actor = actor;
        this.tasks = tasks;
        this.log = log;
    }

    /**
     * @throws Refused with one and the same sentence if the case does not exist, is closed or is another user's, so
     *     that a user cannot probe for cases; the attempt is in the access log
     */
    public CaseFile get(String caseNumber) {
        return open(caseNumber, find(caseNumber));
    }

    /**
     * As {@link #get}, for what all staff who work with the participant may ask: also the leaders of the group, the
     * therapist, the consultant and the assignee of a task of the case.
     */
    public CaseFile getAsStaff(String caseNumber) {
        return open(caseNumber, asStaff(caseNumber));
    }

    /** As {@link #getAsStaff}, for what may be asked after the case is closed too. */
    public CaseFile getAsStaffOpenOrClosed(String caseNumber) {
        return orRefuse(caseNumber, asStaff(caseNumber));
    }

    private Optional<CaseFile> asStaff(String caseNumber) {
        return cases.find(caseNumber).filter(file -> mine(file) || worksWith(caseNumber));
    }

    /** As {@link #get}, but also for a closed case: the participant is followed up for a year after it. */
    public CaseFile getAlsoClosed(String caseNumber) {
        return orRefuse(caseNumber, find(caseNumber));
    }

    /** As {@link #get}, for its coach and lead: how the participation goes on is for them to say. */
    public CaseFile getWholly(String caseNumber) {
        return open(caseNumber, find(caseNumber).filter(this::wholly));
    }

    /** As {@link #getAlsoClosed}, for its coach and lead: what stands in the file is theirs to correct. */
    public CaseFile getWhollyAlsoClosed(String caseNumber) {
        return orRefuse(caseNumber, find(caseNumber).filter(this::wholly));
    }

    private CaseFile open(String caseNumber, Optional<CaseFile> own) {
        CaseFile file = orRefuse(caseNumber, own);
        if (!file.open()) {
            throw refusal();
        }
        return file;
    }

    private CaseFile orRefuse(String caseNumber, Optional<CaseFile> own) {
        if (own.isEmpty()) {
            Optional<CaseFile> others = cases.find(caseNumber);
            log.write(new AccessLog.View(
                    What.START,
                    null,
                    others.map(CaseFile::caseNumber).orElse(null),
                    null,
                    others.map(file -> programmes.get(file.programme()).tenant())
                            .orElse(null),
                    actor.role(),
                    others.map(this::refusal).orElse("no-such")));
        }
        return own.orElseThrow(OwnCases::refusal);
    }

    private static Refused refusal() {
        return new Refused("Ärende: inget pågående ärende med det numret finns bland dina ärenden.");
    }

    /** Why a case is not the user's own: it is another user's, or the user's authority may know nothing of it. */
    String refusal(CaseFile file) {
        return actor.user().equals(file.caseworker()) ? "no-consent" : "not-own";
    }

    /** The group id in which the user reads a case. */
    String role(CaseFile file) {
        if (coaches(file)) {
            return Role.COACH.id();
        }
        if (leads(file)) {
            return Role.PROGRAMME_LEAD.id();
        }
        return actor.user().equals(file.caseworker()) ? Role.caseworkers(file.authority()) : actor.role();
    }

    private boolean worksWith(String caseNumber) {
        return staffCases.worksWith(actor.user(), caseNumber)
                || tasks.createTaskQuery()
                                .processInstanceBusinessKey(caseNumber)
                                .taskAssignee(actor.user())
                                .count()
                        > 0;
    }

    /** The case, open or closed, for reading; empty both if it does not exist and if it is another user's. */
    public Optional<CaseFile> find(String caseNumber) {
        return cases.find(caseNumber).filter(this::mine);
    }

    /**
     * A case to be chosen in a list.
     *
     * @param label the name, or that the name is protected
     */
    public record Recognised(String caseNumber, String label) {}

    /** Cases to choose among: open ones, and those of coach and lead that closed in the last year. */
    public List<Recognised> all() {
        List<String> led = Role.PROGRAMME_LEAD.among(actor.groups())
                ? programmes.all().stream()
                        .filter(programme -> actor.tenants().contains(programme.tenant()))
                        .map(Settings::id)
                        .toList()
                : List.of();
        return staffCases.of(actor.user(), led);
    }

    /** Whether the whole case may be read: by its coach and lead. Its caseworker reads what the authority has a part in. */
    public boolean wholly(CaseFile file) {
        return coaches(file) || leads(file);
    }

    private boolean mine(CaseFile file) {
        return refers(file) || coaches(file) || leads(file);
    }

    /** A caseworker whose authority may know nothing of the case any more has it no longer. */
    private boolean refers(CaseFile file) {
        return actor.user().equals(file.caseworker())
                && consents.of(file.caseNumber()).mayAnything(file.authority());
    }

    /** As coach, or as deputy while the coach is away. */
    boolean coaches(CaseFile file) {
        String me = actor.user();
        return me.equals(file.coach()) || me.equals(cases.actingCoach(file.caseNumber()));
    }

    /** As a programme lead of the association whose case it is. */
    boolean leads(CaseFile file) {
        return Role.PROGRAMME_LEAD.among(actor.groups()) && inAssociation(file);
    }

    /** Whether the user works in the association whose case it is. */
    boolean inAssociation(CaseFile file) {
        return actor.tenants().contains(programmes.get(file.programme()).tenant());
    }
}
