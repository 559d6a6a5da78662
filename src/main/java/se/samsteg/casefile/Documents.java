package se.samsteg.casefile;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.person.Redaction;
import se.samsteg.print.Fonts;
import se.samsteg.programme.ProgrammeTexts;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

/**
 * Draws up the documents of a case as PDF and keeps them in the case file. A template is well-formed XHTML in
 * {@code documents/<kind>.html}, or the programme's own one; what it shows through {@code th:text} is escaped, and it can reach nothing outside
 * itself: no address in it is ever followed.
 */
@Repository
public class Documents {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", SWEDISH);

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Programmes programmes;
    private final Clock clock;
    private final ProgrammeTexts texts;

    public Documents(JdbcClient jdbc, Persons persons, Programmes programmes, Clock clock, ProgrammeTexts texts) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.programmes = programmes;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * Draws up a document and stores it in the caller's transaction. About a person with protected identity it says
     * neither name nor number.
     *
     * @param kind the template's name, such as {@code conference-recommendation}; also the document's kind
     * @param model what the template shows, beside {@code caseNumber}, {@code person}, {@code programme}, {@code about},
     *     {@code authorities} and {@code today}, which every template has
     * @return the document's id
     */
    public UUID drawUp(String caseNumber, String kind, Map<String, ?> model) {
        return drawUp(caseNumber, kind, kind, model);
    }

    /**
     * As {@link #drawUp(String, String, Map)} in the version that the authority gets: {@code <kind>-<authority>.html}, if there
     * is one.
     *
     * @param authority its code
     */
    public UUID drawUpFor(String authority, String caseNumber, String kind, Map<String, ?> model) {
        String programme = programmes.of(caseNumber).id();
        return drawUp(caseNumber, kind, texts.documents().forAuthority(programme, kind, authority), model);
    }

    private UUID drawUp(String caseNumber, String kind, String template, Map<String, ?> model) {
        Person person = persons.of(caseNumber);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into document (id, case_number, kind, drawn_up_at, content, names_person)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        caseNumber,
                        kind,
                        OffsetDateTime.now(clock),
                        print(person, caseNumber, template, model),
                        !person.protectedIdentity())
                .update();
        return id;
    }

    /** As {@link #drawUp}, for something to read once: nothing is stored. */
    public byte[] print(String caseNumber, String kind, Map<String, ?> model) {
        return print(persons.of(caseNumber), caseNumber, kind, model);
    }

    /**
     * Something about several cases of a programme to read once. Whom it may name, the caller decides.
     *
     * @param programme its id
     * @param model what the template shows, beside {@code programme}, {@code about} and {@code today}
     */
    public byte[] printOf(String programme, String kind, Map<String, @Nullable Object> model) {
        return filled(programmes.get(programme), kind, new HashMap<>(model), "");
    }

    /** As {@link #print}, for the participant's own reading: a protected name stands in it as in the register. */
    public byte[] printWithName(String caseNumber, String kind, Map<String, ?> model) {
        return printed(persons.of(caseNumber), caseNumber, kind, new HashMap<>(model));
    }

    private byte[] print(Person person, String caseNumber, String kind, Map<String, ?> model) {
        var shown = new HashMap<String, @Nullable Object>(model);
        if (person.protectedIdentity()) {
            Redaction redaction = Redaction.of(person);
            shown.replaceAll((key, value) -> value == null ? null : redaction.inside(value));
        }
        return printed(person, caseNumber, kind, shown);
    }

    private byte[] printed(Person person, String caseNumber, String kind, Map<String, @Nullable Object> shown) {
        shown.put("person", person);
        return filled(programmes.of(caseNumber), kind, shown, caseNumber);
    }

    private byte[] filled(Settings programme, String kind, Map<String, @Nullable Object> shown, String caseNumber) {
        shown.put("caseNumber", caseNumber);
        shown.put("programme", programme.name());
        shown.put("about", programme.about());
        shown.put(
                "authorities",
                programme.authorities().stream().map(Settings.Authority::name).collect(Collectors.joining(", ")));
        shown.put("today", DAY.format(LocalDate.now(clock)));
        return pdf(texts.documents().process(programme.id(), kind, shown));
    }

    private static byte[] pdf(String html) {
        try (var out = new ByteArrayOutputStream()) {
            Fonts.in(new PdfRendererBuilder())
                    .useUriResolver((base, uri) -> null)
                    .usePdfUaAccessibility(true)
                    .withHtmlContent(Fonts.printed(html), null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
