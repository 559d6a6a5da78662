package se.samsteg.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.casefile.Content;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.ProtectedNote;
import se.samsteg.casefile.View;
import se.samsteg.person.Person;
import se.samsteg.programme.Programmes;

/**
 * What the page of a case shows, read in one transaction: the facts of the case are read once for all its parts, however
 * many there are.
 */
@Component
class CaseReading {

    /** How many of the newest facts stand on the page itself. */
    private static final int NEWEST = 10;

    /** How many facts a page of all of them has. */
    static final int PAGE = 50;

    private final Facts facts;
    private final CaseSections sections;
    private final CaseDocuments documents;
    private final CaseCourse course;
    private final Timeline timeline;
    private final Programmes programmes;
    private final Clock clock;

    CaseReading(
            Facts facts,
            CaseSections sections,
            CaseDocuments documents,
            CaseCourse course,
            Timeline timeline,
            Programmes programmes,
            Clock clock) {
        this.facts = facts;
        this.sections = sections;
        this.documents = documents;
        this.course = course;
        this.timeline = timeline;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * Who it is.
     *
     * @param name the number of the case where the name is not for the reader
     * @param told age, language and what else is known at a glance
     */
    record Head(String name, List<String> told, boolean protectedIdentity) {}

    /**
     * @param note whether there is a protected note that the reader may open
     * @param newest the newest facts
     * @param more how many facts there are beside them
     */
    record Shown(
            Head head,
            String programme,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            CaseCourse.Shown course,
            List<Section> sections,
            List<CaseDocuments.Entry> documents,
            List<Timeline.Entry> newest,
            int more,
            boolean note) {}

    /** What the tab Akten shows. */
    record Tab(List<CaseDocuments.Entry> documents, List<Section> sections) {}

    @Transactional
    public Tab tab(View view) {
        timeline.readNames(facts.everything(view.caseNumber()));
        return new Tab(documents(view), sections.of(view));
    }

    private List<CaseDocuments.Entry> documents(View view) {
        return view.shows(Content.DOCUMENTS)
                ? documents.of(view.caseNumber(), view.wholly()).stream()
                        .filter(document -> view.readable().test(document.information()))
                        .toList()
                : List.of();
    }

    @Transactional
    public Shown of(View view) {
        String caseNumber = view.caseNumber();
        List<Facts.Recorded> all = facts.everything(caseNumber);
        timeline.readNames(all);
        boolean told = view.shows(Content.TIMELINE);
        return new Shown(
                head(view),
                programmes.get(view.file().programme()).name(),
                view.file().openedOn(),
                view.file().closedOn(),
                course.of(view),
                sections.of(view),
                documents(view),
                told
                        ? timeline.of(
                                all.stream().limit(NEWEST).toList(),
                                programmes.get(view.file().programme()))
                        : List.of(),
                told ? Math.max(0, all.size() - NEWEST) : 0,
                view.shows(Content.PROTECTED_NOTE) && !note(all).isEmpty());
    }

    private Head head(View view) {
        Person person = view.person();
        Integer age = person.ageOn(LocalDate.now(clock));
        String language = person.language();
        boolean contact = view.shows(Content.CONTACT);
        return new Head(
                view.shows(Content.NAME) ? person.fullName() : view.caseNumber(),
                Stream.of(
                                view.shows(Content.NAME) && age != null ? age + " år" : null,
                                contact ? language : null,
                                contact && person.interpreter() ? "behöver tolk" : null,
                                contact ? person.phone() : null)
                        .filter(Objects::nonNull)
                        .toList(),
                view.shows(Content.PROTECTION) && person.protectedIdentity());
    }

    /**
     * What happened, fact by fact.
     *
     * @param kinds the kinds that can be chosen
     * @param kind the one that was chosen; null for all
     */
    record Told(List<Timeline.Kind> kinds, @Nullable String kind, List<Timeline.Entry> entries, int page, int pages) {}

    /** @param page counted from 1 */
    @Transactional
    public Told timeline(View view, @Nullable String kind, int page) {
        List<Facts.Recorded> all = facts.everything(view.caseNumber());
        List<Facts.Recorded> chosen = all.stream()
                .filter(one -> kind == null || one.kind().equals(kind))
                .toList();
        return new Told(
                timeline.kinds(all),
                kind,
                timeline.of(
                        chosen.stream().skip((page - 1L) * PAGE).limit(PAGE).toList(),
                        programmes.get(view.file().programme())),
                page,
                Math.max(1, (chosen.size() + PAGE - 1) / PAGE));
    }

    /** A protected note as it was written, and when. */
    record Note(LocalDate on, String text) {}

    /** The newest first. */
    @Transactional
    public List<Note> note(View view) {
        return note(facts.everything(view.caseNumber()));
    }

    private List<Note> note(List<Facts.Recorded> all) {
        return all.stream()
                .filter(one -> one.kind().equals(ProtectedNote.FORM))
                .flatMap(one -> Optional.of(
                                one.fact().content().path(ProtectedNote.TEXT).asText(""))
                        .stream()
                        .filter(text -> !text.isBlank())
                        .map(text -> new Note(LocalDate.ofInstant(one.fact().at(), clock.getZone()), text)))
                .toList();
    }
}
