package se.samsteg.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.casefile.Facts;
import se.samsteg.casefile.OwnCases;
import se.samsteg.engine.Actor;
import se.samsteg.form.FormTexts;
import se.samsteg.form.Forms;
import se.samsteg.programme.Programme;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

class ConvenerTest {

    private static final String CASE = "SB-2026-0042";

    private final CaseFiles cases = mock(CaseFiles.class);
    private final CasePhase casefile = mock(CasePhase.class);
    private final Settings settings = mock(Settings.class);
    private final Programmes programmes = mock(Programmes.class);
    private final Sip sip = new Sip(
            mock(Forms.class),
            mock(Facts.class),
            mock(FormTexts.class),
            mock(Sips.class),
            cases,
            casefile,
            mock(OwnCases.class),
            programmes,
            mock(Programme.class),
            mock(Actor.class),
            Clock.systemDefaultZone());

    @BeforeEach
    void aCase() {
        when(programmes.of(CASE)).thenReturn(settings);
        when(casefile.caseworker(CASE)).thenReturn("handlaggare.fk");
        when(cases.actingCoach(CASE)).thenReturn("coach1");
    }

    private void programmeSays(Settings.Convener convener) {
        when(settings.sip()).thenReturn(new Settings.Sip(convener, Period.ofDays(30)));
    }

    @Test
    void theProgrammeSaysWhoCalls() {
        programmeSays(Settings.Convener.CASEWORKER);
        assertThat(sip.convener(CASE)).isEqualTo("handlaggare.fk");
        programmeSays(Settings.Convener.COACH);
        assertThat(sip.convener(CASE)).isEqualTo("coach1");
    }

    @Test
    void theCoachDocumentsOrTheConvenerBeforeThereIsOne() {
        programmeSays(Settings.Convener.CASEWORKER);
        assertThat(sip.recorder(CASE)).isEqualTo("coach1");
        when(cases.actingCoach(CASE)).thenReturn(null);
        assertThat(sip.recorder(CASE)).isEqualTo("handlaggare.fk");
    }

    @Test
    void whereThereIsNoCaseworkerAnyMoreItIsUpToTheLead() {
        programmeSays(Settings.Convener.CASEWORKER);
        when(casefile.caseworker(CASE)).thenReturn(null);
        assertThat(sip.convener(CASE)).isNull();
    }
}
