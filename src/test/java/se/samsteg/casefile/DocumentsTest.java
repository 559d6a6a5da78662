package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.engine.ModelFiles;
import se.samsteg.person.Person;
import se.samsteg.person.Persons;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.ProgrammeTexts;
import se.samsteg.programme.Programmes;

class DocumentsTest {

    private static final Person PERSON = new Person(
            UUID.randomUUID(),
            "199003042380",
            null,
            LocalDate.of(1990, 3, 4),
            "Åsa",
            "Łukasiewicz-Đorđević",
            "female",
            "0127",
            null,
            "polska",
            false,
            null,
            null,
            null,
            null,
            false);

    private final JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);

    @Test
    void aDocumentShowsTheCaseAndWhatWasWrittenLetterByLetter() throws IOException {
        String text = drawUp("Behöver <b>stöd</b> & tid.\nNästa steg: vårdcentralen.");

        assertThat(text)
                .contains("Gemensam rekommendation")
                .contains("SB-2026-0042")
                .contains("Åsa Łukasiewicz-Đorđević")
                .contains("19900304-2380")
                .contains("9 december 2026")
                .contains("Samordningsförbundet Botkyrka")
                .contains("Personuppgiftsansvarig är Socialförvaltningen i Botkyrka kommun")
                .contains("Behöver <b>stöd</b> & tid.")
                .contains("Nästa steg: vårdcentralen.");
    }

    @Test
    void whatWasWrittenCannotReachOutsideTheDocument() throws IOException {
        assertThat(drawUp("<img src=\"file:///etc/hostname\"/>")).contains("<img src=\"file:///etc/hostname\"/>");
    }

    private String drawUp(String recommendation) throws IOException {
        Persons persons = mock();
        Programmes programmes = mock(Programmes.class);
        when(persons.of("SB-2026-0042")).thenReturn(PERSON);
        when(programmes.of("SB-2026-0042")).thenReturn(ProgrammeFiles.samboradet());
        Clock clock = Clock.fixed(Instant.parse("2026-12-09T08:00:00Z"), ZoneId.of("Europe/Stockholm"));

        new Documents(jdbc, persons, programmes, clock, new ProgrammeTexts(new ModelFiles("")))
                .drawUp(
                        "SB-2026-0042",
                        "conference-recommendation",
                        Map.of("assessment", "Bedömd.", "recommendation", recommendation));

        ArgumentCaptor<Object> stored = ArgumentCaptor.captor();
        verify(jdbc.sql(any()))
                .params(
                        stored.capture(),
                        stored.capture(),
                        stored.capture(),
                        stored.capture(),
                        stored.capture(),
                        stored.capture());
        byte[] pdf = (byte[]) stored.getAllValues().get(4);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
