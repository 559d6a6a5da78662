package se.samsteg.casefile;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsteg.access.AccessLog;
import se.samsteg.access.What;
import se.samsteg.engine.Actor;
import se.samsteg.person.Persons;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Role;

/**
 * Answers every read of a case by a logged-in user: decides by user, role, authority and consent, writes one row in the
 * access log, and only then returns what may be read. If the row cannot be written it throws and nothing is shown.
 * Personal data in the forms of tasks pass {@code access.FormViews}, which asks here too.
 */
@Component
public class Views {

    private final OwnCases own;
    private final Standings standings;
    private final CaseFiles cases;
    private final Persons persons;
    private final Programmes programmes;
    private final AccessLog log;
    private final Actor actor;

    Views(
            OwnCases own,
            Standings standings,
            CaseFiles cases,
            Persons persons,
            Programmes programmes,
            AccessLog log,
            Actor actor) {
        this.own = own;
        this.standings = standings;
        this.cases = cases;
        this.persons = persons;
        this.programmes = programmes;
        this.log = log;
        this.actor = actor;
    }

    /**
     * The case file, for all who may read something of it; empty both if the case does not exist and if there is nothing in
     * it for the user.
     */
    public Optional<View> caseFile(String caseNumber) {
        return open(What.CASE_FILE, caseNumber, View::showsAnything);
    }

    /** For the list of who has read the case and who could; empty as {@link #caseFile}. */
    public Optional<View> readers(String caseNumber) {
        return open(What.READERS, caseNumber, view -> view.shows(Content.READERS));
    }

    /** For what happened in the case, fact by fact; empty as {@link #caseFile}. */
    public Optional<View> timeline(String caseNumber) {
        return open(What.TIMELINE, caseNumber, view -> view.shows(Content.TIMELINE));
    }

    /** For the protected note; empty as {@link #caseFile}. */
    public Optional<View> protectedNote(String caseNumber) {
        return open(What.PROTECTED_NOTE, caseNumber, view -> view.shows(Content.PROTECTED_NOTE));
    }

    /** For the picture of a participant's development; empty as {@link #caseFile}. */
    public Optional<View> development(String caseNumber) {
        return open(What.DEVELOPMENT, caseNumber, view -> view.shows(Content.DEVELOPMENT));
    }

    /**
     * For the extract of all that is held about the person: for a programme lead of the association only. Each of the
     * person's cases that it shows is a view of its own; empty as {@link #caseFile}.
     *
     * @param withNote whether the protected note is shown too
     */
    public Optional<View> extract(String caseNumber, boolean withNote) {
        What what = withNote ? What.EXTRACT : What.EXTRACT_WITHOUT_NOTE;
        Optional<CaseFile> asked = cases.find(caseNumber);
        if (asked.isEmpty() || !own.leads(asked.get())) {
            return decided(what, null, asked.map(this::view), asked.isEmpty() ? "no-such" : "not-own");
        }
        String tenant = programmes.of(caseNumber).tenant();
        for (String shown : cases.ofSamePerson(caseNumber)) {
            log.write(new AccessLog.View(what, null, shown, null, tenant, Role.PROGRAMME_LEAD.id(), null));
        }
        return asked.map(this::view);
    }

    /** Whether the user leads the association whose case it is; shows nothing of it. */
    public boolean leads(String caseNumber) {
        return cases.find(caseNumber).filter(own::leads).isPresent();
    }

    private Optional<View> open(What what, String caseNumber, Predicate<View> allowed) {
        Optional<View> found = cases.find(caseNumber).map(this::view);
        String refusal = found.isEmpty() ? "no-such" : allowed.test(found.get()) ? null : refusal(found.get());
        return decided(what, null, found, refusal);
    }

    /** Why a part of a case is not the user's to read; where no other part is either, why the case is not. */
    private String refusal(View view) {
        return view.showsAnything() ? "not-own" : own.refusal(view.file());
    }

    /**
     * The case of a document that is about to be opened.
     *
     * @param concealed it names a person whose identity has been protected since
     */
    public Optional<View> document(String caseNumber, String kind, Information information, boolean concealed) {
        View view = view(cases.get(caseNumber));
        return decided(What.DOCUMENT, kind, Optional.of(view), whyNot(view, information, concealed));
    }

    private @Nullable String whyNot(View view, Information information, boolean concealed) {
        if (!view.shows(Content.DOCUMENTS)) {
            return refusal(view);
        }
        if (!view.readable().test(information)) {
            return "no-consent";
        }
        return concealed && !view.wholly() ? "protected" : null;
    }

    /** A participant whom a review of a unit shows to the reader of the task: who may have it was asked by the review. */
    public Optional<View> inReview(String caseNumber) {
        Optional<View> found = cases.find(caseNumber).map(this::view);
        return decided(What.DOCUMENT, "review", found, null);
    }

    /** Logs that a user asked for a document that is not there, with the case number if there is such a case. */
    public void noDocument(String caseNumber) {
        decided(What.DOCUMENT, null, cases.find(caseNumber).map(this::view), "no-such");
    }

    /** A list of many cases, of those that are one's own. */
    public void list(What what) {
        log.write(new AccessLog.View(what, null, null, null, null, actor.role(), null));
    }

    /** A list of an association's cases, in the role that may have it. */
    public void list(What what, String tenant, Role role) {
        log.write(new AccessLog.View(what, null, null, null, tenant, role.id(), null));
    }

    /** A list that is not for the user. */
    public void listRefused(What what) {
        log.write(new AccessLog.View(what, null, null, null, null, actor.role(), "not-own"));
    }

    private Optional<View> decided(What what, @Nullable String which, Optional<View> found, @Nullable String refusal) {
        CaseFile file = found.map(View::file).orElse(null);
        log.write(new AccessLog.View(
                what,
                which,
                file == null ? null : file.caseNumber(),
                null,
                file == null ? null : programmes.get(file.programme()).tenant(),
                found.map(this::role).orElseGet(actor::role),
                refusal));
        return refusal == null ? found : Optional.empty();
    }

    /** The group id in which the user reads: that of the first way in which the user stands to the case. */
    private String role(View view) {
        return view.standings().stream()
                .min(Comparator.naturalOrder())
                .flatMap(standing -> standing.role(view.file()))
                .orElseGet(() -> own.role(view.file()));
    }

    private View view(CaseFile file) {
        return standings.of(file, persons.of(file.caseNumber()));
    }
}
