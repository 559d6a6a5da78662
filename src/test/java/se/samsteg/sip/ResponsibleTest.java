package se.samsteg.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samsteg.casefile.CaseFile;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.casefile.CasePhase;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

class ResponsibleTest {

    private static final String CASE = "SB-2026-0042";

    private final CaseFiles cases = mock(CaseFiles.class);
    private final CasePhase casefile = mock(CasePhase.class);
    private final Settings settings = mock(Settings.class);
    private final Programmes programmes = mock(Programmes.class);
    private final Responsible responsible = new Responsible(cases, casefile, programmes);

    @BeforeEach
    void aCase() {
        when(programmes.of(CASE)).thenReturn(settings);
        when(casefile.caseworker(CASE)).thenReturn("handlaggare.fk");
        when(cases.actingCoach(CASE)).thenReturn("coach1");
    }

    private void programmeSays(Settings.Convener convener) {
        when(settings.sip()).thenReturn(new Settings.Sip(List.of(), null, convener, Period.ofDays(30)));
    }

    @Test
    void theProgrammeSaysWhoCalls() {
        programmeSays(Settings.Convener.CASEWORKER);
        assertThat(responsible.convener(CASE)).isEqualTo("handlaggare.fk");
        programmeSays(Settings.Convener.COACH);
        assertThat(responsible.convener(CASE)).isEqualTo("coach1");
    }

    @Test
    void theCoachDocumentsOrTheConvenerBeforeThereIsOne() {
        programmeSays(Settings.Convener.CASEWORKER);
        assertThat(responsible.recorder(CASE)).isEqualTo("coach1");
        when(cases.actingCoach(CASE)).thenReturn(null);
        assertThat(responsible.recorder(CASE)).isEqualTo("handlaggare.fk");
    }

    @Test
    void whereThereIsNoCaseworkerAnyMoreItIsUpToTheLead() {
        programmeSays(Settings.Convener.CASEWORKER);
        when(casefile.caseworker(CASE)).thenReturn(null);
        assertThat(responsible.convener(CASE)).isNull();
    }

    @Test
    void theCaseworkerFollowsUpWhatTheReferringAuthorityDoesAndTheCoachTheRest() {
        CaseFile file = mock(CaseFile.class);
        when(cases.get(CASE)).thenReturn(file);
        when(file.authority()).thenReturn("fk");
        assertThat(responsible.followUp(decisionOf("fk"))).isEqualTo("handlaggare.fk");
        assertThat(responsible.followUp(decisionOf("region"))).isEqualTo("coach1");
        when(casefile.caseworker(CASE)).thenReturn(null);
        assertThat(responsible.followUp(decisionOf("fk"))).isEqualTo("coach1");
    }

    private static SipDecision decisionOf(String owner) {
        return new SipDecision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                CASE,
                1,
                "Tid hos läkare",
                owner,
                LocalDate.of(2027, 3, 15),
                0,
                null,
                null);
    }
}
