package se.samsteg.desk;

import static se.samsteg.desk.Section.line;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samsteg.casefile.Information;
import se.samsteg.casefile.Readers;
import se.samsteg.casefile.View;
import se.samsteg.casefile.Views;
import se.samsteg.engine.Actor;
import se.samsteg.extract.Extract;
import se.samsteg.letter.Letter;
import se.samsteg.person.Person;
import se.samsteg.person.Statements;
import se.samsteg.person.Trail;
import se.samsteg.programme.Programmes;
import se.samsteg.staff.Colleagues;

/**
 * What Tasklist's tab Akten shows of the case, open or closed: to its coach and lead all of it, to its caseworker what
 * the participant lets that authority know of the referral and the documents. Camunda tells who is logged in under this
 * path but does not require it, so this must: 401 without log-in, and one and the same 404 for what does not exist and
 * what is another user's.
 */
@RestController
class CasePanel {

    private static final String INCLUDED = "included";
    private static final String WITHHELD = "withheld";
    private static final String UNDECIDED = "{\"type\":\"Refused\",\"message\":\"Det finns en skyddad anteckning. "
            + "Välj i fliken Akten om den ska vara med i registerutdraget.\"}";

    private final Actor actor;
    private final TaskService tasks;
    private final Views views;
    private final FactSections facts;
    private final ConsentSection consents;
    private final Statements statements;
    private final Trail trail;
    private final CaseDocuments documents;
    private final Clock clock;
    private final Letter letter;
    private final Readers readers;
    private final Extract extract;
    private final Colleagues names;
    private final Programmes programmes;

    CasePanel(
            Actor actor,
            TaskService tasks,
            Views views,
            FactSections facts,
            ConsentSection consents,
            Statements statements,
            Trail trail,
            CaseDocuments documents,
            Letter letter,
            Readers readers,
            Extract extract,
            Colleagues names,
            Programmes programmes,
            Clock clock) {
        this.actor = actor;
        this.tasks = tasks;
        this.views = views;
        this.facts = facts;
        this.consents = consents;
        this.statements = statements;
        this.trail = trail;
        this.documents = documents;
        this.clock = clock;
        this.letter = letter;
        this.readers = readers;
        this.extract = extract;
        this.names = names;
        this.programmes = programmes;
    }

    /**
     * @param extract whether the extract of all that is held about the person may be asked for
     * @param protectedNote whether it must be said first if the protected note is to be in it
     */
    record Shown(
            String caseNumber,
            List<CaseDocuments.Entry> documents,
            List<Section> sections,
            boolean extract,
            boolean protectedNote) {}

    /** The case of a task that the user may see. */
    @GetMapping("/camunda/api/samsteg/case")
    ResponseEntity<Shown> ofTask(@RequestParam(defaultValue = "") String taskId) {
        return toWhoeverIsLoggedIn(
                () -> caseNumber(taskId).flatMap(views::caseFile).map(view -> answer(HttpStatus.OK)
                        .body(shown(view))));
    }

    @GetMapping("/camunda/api/samsteg/document/{id}")
    ResponseEntity<byte[]> document(@PathVariable String id, HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return toWhoeverIsLoggedIn(() -> uuid(id).flatMap(documents::get).flatMap(this::opened));
    }

    /** The newest document of a kind, for a reader without an open task in the case. */
    @GetMapping("/camunda/api/samsteg/document/{caseNumber}/{kind}")
    ResponseEntity<byte[]> newest(
            @PathVariable String caseNumber, @PathVariable String kind, HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return toWhoeverIsLoggedIn(() -> {
            Optional<CaseDocuments.Pdf> newest = documents.newest(caseNumber, kind);
            if (newest.isEmpty()) {
                views.noDocument(caseNumber);
            }
            return newest.flatMap(this::opened);
        });
    }

    /** Who has read the case, for its coach, lead and caseworker, and through them for the participant. */
    @GetMapping("/camunda/api/samsteg/readers/{caseNumber}")
    ResponseEntity<byte[]> readers(@PathVariable String caseNumber, HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return toWhoeverIsLoggedIn(() ->
                views.readers(caseNumber).map(view -> pdf(view.caseNumber() + "-vem-har-last.pdf", readers.pdf(view))));
    }

    /** All that is held about the participant, for the programme lead, and through the lead for the participant. */
    @GetMapping("/camunda/api/samsteg/extract/{caseNumber}")
    ResponseEntity<byte[]> extract(
            @PathVariable String caseNumber,
            @RequestParam(required = false) @Nullable String note,
            HttpServletResponse response) {
        letTheBrowserShowPdf(response);
        return decided(
                caseNumber,
                note,
                (number, withNote) -> pdf(number + "-registerutdrag.pdf", extract.pdf(number, withNote)));
    }

    /** As {@link #extract}, for a machine: documents too. */
    @GetMapping("/camunda/api/samsteg/extract/{caseNumber}/json")
    ResponseEntity<byte[]> extractAsJson(
            @PathVariable String caseNumber, @RequestParam(required = false) @Nullable String note) {
        return decided(
                caseNumber,
                note,
                (number, withNote) -> file(
                        MediaType.APPLICATION_JSON,
                        ContentDisposition.attachment(),
                        number + "-registerutdrag.json",
                        extract.json(number, withNote)));
    }

    /**
     * The extract, once the lead has decided about the protected note where there is one.
     *
     * @param note {@code included} or {@code withheld}; null where there is none to decide about
     */
    private ResponseEntity<byte[]> decided(
            String caseNumber, @Nullable String note, BiFunction<String, Boolean, ResponseEntity<byte[]>> drawnUp) {
        return toWhoeverIsLoggedIn(() -> {
            boolean says = INCLUDED.equals(note) || WITHHELD.equals(note);
            if (!says && views.leads(caseNumber) && extract.hasProtectedNote(caseNumber)) {
                return Optional.of(answer(HttpStatus.CONFLICT)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(UNDECIDED.getBytes(StandardCharsets.UTF_8)));
            }
            boolean withNote = !WITHHELD.equals(note);
            return views.extract(caseNumber, withNote).map(view -> drawnUp.apply(view.caseNumber(), withNote));
        });
    }

    /**
     * Camunda's own policy for its pages puts them in a sandbox, in which Chromium shows no PDF. It is already in the
     * answer, so it is replaced; with {@code nosniff}, also there, a PDF is never taken for a page with scripts.
     */
    private static void letTheBrowserShowPdf(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "base-uri 'none';form-action 'none';frame-ancestors 'none'");
    }

    private <T> ResponseEntity<T> toWhoeverIsLoggedIn(Supplier<Optional<ResponseEntity<T>>> answer) {
        if (!actor.loggedIn()) {
            return answer(HttpStatus.UNAUTHORIZED).build();
        }
        return answer.get().orElseGet(() -> answer(HttpStatus.NOT_FOUND).build());
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }

    /** The engine finds the task only if the user may see it. A group's or a meeting's task has no case. */
    private Optional<String> caseNumber(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> tasks.getVariable(task.getId(), "caseNumber"))
                .map(String.class::cast);
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<ResponseEntity<byte[]>> opened(CaseDocuments.Pdf pdf) {
        return views.document(pdf.caseNumber(), pdf.kind(), pdf.information(), pdf.concealed())
                .map(view -> pdf(pdf.fileName(), pdf.content()));
    }

    private static ResponseEntity<byte[]> pdf(String fileName, byte[] content) {
        return file(MediaType.APPLICATION_PDF, ContentDisposition.inline(), fileName, content);
    }

    private static ResponseEntity<byte[]> file(
            MediaType type, ContentDisposition.Builder disposition, String fileName, byte[] content) {
        return answer(HttpStatus.OK)
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(fileName).build().toString())
                .body(content);
    }

    private Shown shown(View view) {
        String caseNumber = view.caseNumber();
        boolean wholly = view.wholly();
        boolean referred = view.readable().test(Information.REFERRAL);
        Person person = view.person();
        Stream<Section> contact =
                wholly || referred && !person.protectedIdentity() ? Stream.of(contact(person, wholly)) : Stream.empty();
        Stream<Section> stated = wholly ? Stream.of(stated(caseNumber)) : Stream.empty();
        Stream<Section> referral = referred ? facts.last(caseNumber, FactSection.REFERRAL).stream() : Stream.empty();
        Stream<Section> work = wholly ? work(caseNumber) : Stream.empty();
        Stream<Section> handovers = Stream.of(facts.handovers(caseNumber, wholly));
        Stream<Section> consented = wholly ? Stream.of(consents.of(caseNumber)) : Stream.empty();
        Stream<Section> stopped = wholly ? Stream.of(stopped(caseNumber)) : Stream.empty();
        return new Shown(
                caseNumber,
                documents.of(caseNumber, wholly).stream()
                        .filter(document -> view.readable().test(document.information()))
                        .toList(),
                Stream.of(handovers, contact, stated, referral, work, consented, stopped)
                        .flatMap(sections -> sections)
                        .filter(Section::saysSomething)
                        .toList(),
                view.led(),
                view.led() && extract.hasProtectedNote(caseNumber));
    }

    private static Section contact(Person person, boolean wholly) {
        return Section.of(
                "Kontakt med deltagaren",
                line("Namn", wholly ? person.fullName() : null),
                line("Telefon eller e-post", person.contact()),
                line("Språk", person.language()),
                line("Tolk", person.interpreter() ? "Behöver tolk" : null));
    }

    /** What the referral says of a person who was known before, beside what is known. */
    private Section stated(String caseNumber) {
        return Section.of(
                "Remissens uppgifter om deltagaren",
                statements.of(caseNumber).stream()
                        .map(one -> line(
                                one.label(),
                                one.said()
                                        + (one.decidedOn() == null
                                                ? " (inte granskat än)"
                                                : (one.takenOver() ? " (övertaget " : " (inte övertaget ")
                                                        + one.decidedOn() + ")")))
                        .toArray(Section.Line[]::new));
    }

    /** What was known of the person before it was corrected or taken over, the newest first. */
    private Section earlier(String caseNumber) {
        List<Trail.Earlier> all = trail.of(caseNumber);
        Map<String, String> staff =
                names.names(all.stream().map(Trail.Earlier::by).distinct().toList());
        return Section.of(
                "Ändrade uppgifter om deltagaren",
                all.stream()
                        .map(one -> line(
                                day(one.at()) + ", " + one.label(),
                                "Tidigare: %s\nÄndrat av %s"
                                        .formatted(
                                                one.old() == null ? "inget" : one.old(),
                                                staff.getOrDefault(one.by(), one.by()))))
                        .toArray(Section.Line[]::new));
    }

    /** What was not sent for want of consent, so that staff can pass on by other means what must be told. */
    private Section stopped(String caseNumber) {
        return Section.of(
                "Stoppade brev",
                letter.stopped(caseNumber).stream()
                        .map(stopped -> line(stopped.title(), stopped.text(programmes::authority)))
                        .toArray(Section.Line[]::new));
    }

    private Stream<Section> work(String caseNumber) {
        return Stream.of(
                        facts.last(caseNumber, FactSection.PROTECTION),
                        facts.last(caseNumber, FactSection.ASSESSMENT),
                        facts.last(caseNumber, FactSection.PLAN),
                        Optional.of(facts.joined(caseNumber)),
                        Optional.of(facts.rectifications(caseNumber)),
                        Optional.of(earlier(caseNumber)))
                .flatMap(Optional::stream);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
