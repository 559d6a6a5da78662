package se.samsteg.casefile;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.person.Redaction;
import se.samsteg.print.Fonts;
import se.samsteg.programme.Programmes;

/**
 * Draws up the documents of a case as PDF and keeps them in the case file. A template is well-formed XHTML in
 * {@code documents/<kind>.html}; what it shows through {@code th:text} is escaped, and it can reach nothing outside
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
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    public Documents(JdbcClient jdbc, Persons persons, Programmes programmes, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.programmes = programmes;
        this.clock = clock;
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("documents/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
    }

    /**
     * Draws up a document and stores it in the caller's transaction. About a person with protected identity it says
     * neither name nor number.
     *
     * @param kind the template's name, such as {@code conference-recommendation}; also the document's kind
     * @param model what the template shows, beside {@code caseNumber}, {@code person}, {@code programme} and
     *     {@code today}, which every template has
     * @return the document's id
     */
    public UUID drawUp(String caseNumber, String kind, Map<String, ?> model) {
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
                        print(person, caseNumber, kind, model),
                        !person.protectedIdentity())
                .update();
        return id;
    }

    /** As {@link #drawUp}, for something to read once: nothing is stored. */
    public byte[] print(String caseNumber, String kind, Map<String, ?> model) {
        return print(persons.of(caseNumber), caseNumber, kind, model);
    }

    /**
     * Something about several cases to read once. Whom it may name, the caller decides.
     *
     * @param model what the template shows, beside {@code today}
     */
    public byte[] print(String kind, Map<String, @Nullable Object> model) {
        var shown = new HashMap<>(model);
        shown.put("caseNumber", "");
        shown.put("today", DAY.format(LocalDate.now(clock)));
        return pdf(templates.process(kind, new Context(SWEDISH, shown)));
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
        shown.put("caseNumber", caseNumber);
        shown.put("person", person);
        shown.put("programme", programmes.of(caseNumber).name());
        shown.put("today", DAY.format(LocalDate.now(clock)));
        return pdf(templates.process(kind, new Context(SWEDISH, shown)));
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
