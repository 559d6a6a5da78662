package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.ConsentRegistration;
import se.samsteg.casefile.Consents;
import se.samsteg.casefile.EnrolledCase;
import se.samsteg.casefile.Information;
import se.samsteg.journey.World;

/** Tasklist in a real Chromium, as a caseworker and a member of the conference meet it. */
@SamstegTest
class TasklistTest {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    EnrolledCase enrolled;

    @Autowired
    Consents consents;

    @Autowired
    ConsentRegistration registration;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void chromiumIsThere() {
        Browser.mustBeThere();
    }

    /** A task that is taken has its form read and drawn anew, here on a slow line. */
    private static final String SLOW = """
            const { fetch } = window;
            window.fetch = async (request, ...rest) => {
              if (String(request).includes('/deployed-form')) {
                await new Promise(done => setTimeout(done, 1000));
              }
              return fetch(request, ...rest);
            };""";

    /** What is typed at once when the task is taken stays, though the form is drawn anew under it. */
    @Test
    void aReferralSentByTheCaseworkerIsAssessedByTheConference() {
        world.begin(LocalDate.now());
        String tasklist = "http://localhost:" + port + "/camunda/app/tasklist/default/";
        try (Browser caseworker = Browser.open()) {
            caseworker.logIn(tasklist, "handlaggare.fk");
            caseworker.begins("SamBorådet");
            caseworker.types("Personnummer eller samordningsnummer", "19800101-9804");
            caseworker.types("Förnamn", "Anna");
            caseworker.types("Efternamn", "Ek");
            caseworker.ticks("Kvinna");
            caseworker.chooses("Folkbokföringskommun", "Botkyrka");
            caseworker.ticks("Arbetsförmedlingen", 0);
            caseworker.ticks("Försäkringskassan", 0);
            caseworker.ticks("Har mångfacetterade");
            caseworker.ticks("Saknar fast");
            caseworker.types("Varför remitteras personen?", "Behöver samordnat stöd");
            caseworker.types("Bakgrund", "Länge utan arbete");
            caseworker.types("Telefon", "070-174 06 05");
            caseworker.ticks("Sjukpenning");
            caseworker.ticks("Arbetsförmedlingen", 1);
            caseworker.ticks("Försäkringskassan", 1);
            caseworker.ticks("Socialtjänsten", 1);
            caseworker.ticks("Regionens", 1);
            caseworker.ticks("Remissen och bedömningen");
            caseworker.types(
                    "Samtycket gäller till och med",
                    LocalDate.now().plusYears(1).toString());
            caseworker.takesPicture("remiss");
            caseworker.clicksButton("Starta");
            caseworker.reads("Fältet måste fyllas i");
            caseworker.ticks("Muntligt");
            caseworker.clicksButton("Starta");
            caseworker.reads("Processen har startats");
            caseworker.takesPicture("remiss-skickad");
        }
        world.settles();
        String caseNumber = jdbc.sql("select case_number from case_file")
                .query(String.class)
                .single();
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_assess");

        long before = jdbc.sql("select coalesce(max(id), 0) from log.access_log")
                .query(Long.class)
                .single();
        try (Browser member = Browser.open()) {
            member.runsBeforeEachPage("{" + SLOW + "}");
            member.logIn(tasklist, "ledamot.soc");
            member.clicks("Min grupps uppgifter");
            member.clicks("Bedöm remissen");
            member.reads("Deltagare", "Anna Ek");
            member.takesPicture("bedomning");
            member.clicksButton("Ta uppgiften");
            member.types("Gemensam bedömning", "Behöver samordning");
            member.ticks("Ja");
            member.ticks("Rekommendera annat");
            member.chooses("Skäl", "Vård eller behandling måste komma först");
            member.types("Gemensam rekommendation", "Kontakt med vårdcentralen");
            member.takesPicture("bedomning-ifylld");
            member.clicksButton("Slutför");
            member.reads("Välj en uppgift i listan");
            member.takesPicture("bedomning-klar");
        }
        assertThat(views("ledamot.soc", caseNumber, before))
                .as("opened once, whatever the browser asked")
                .containsExactly("form");
        assertThat(world.openTasks(caseNumber)).containsExactly("userTask_receiveRecommendation");
    }

    /** What the user viewed of the case, as the access log says. */
    private List<String> views(String user, String caseNumber, long after) {
        return jdbc.sql("select what from log.access_log where user_id = ? and case_number = ? and id > ? order by id")
                .params(user, caseNumber, after)
                .query(String.class)
                .list();
    }

    @Test
    void theCoachTakesBackAConsentForACaseThatIsSuggested() {
        world.begin(LocalDate.now());
        String caseNumber = enrolled.open("coach1", LocalDate.now());
        String other = enrolled.open("coach1", LocalDate.now());
        registration.give(
                caseNumber, List.of("af"), List.of("plan"), LocalDate.now().plusYears(1), "oral");
        try (Browser coach = Browser.open()) {
            coach.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach1");
            coach.begins("Återkalla samtycke");
            assertThat(coach.suggestions("Ärende")).containsExactly(caseNumber + " Åsa Öberg", other + " Åsa Öberg");
            coach.types("Ärende", caseNumber);
            coach.reads("Ärende", caseNumber);
            coach.clicksButton("Starta");
            coach.reads("Processen har startats");
            assertThat(consents.of(caseNumber).authorities(Information.REFERRAL))
                    .contains("af");
            coach.clicks("Mina uppgifter");
            coach.clicks("Bekräfta återkallelsen");
            coach.reads("Deltagare", "Åsa Öberg");
            coach.ticks("Ja, det är rätt person");
            coach.ticks("Arbetsförmedlingen");
            coach.takesPicture("samtycke");
            coach.clicksButton("Slutför");
            coach.reads("Välj en uppgift i listan");
        }
        assertThat(consents.of(caseNumber).authorities(Information.REFERRAL))
                .isNotEmpty()
                .doesNotContain("af");
    }

    private record Talk(
            String outcome, int talkIntervalWeeks, String commitmentsKept, String note, LocalDate nextTalk) {}

    @Test
    void theCoachCorrectsOneAnswerAmongThoseThatItsQuestionAllows() {
        world.begin(LocalDate.now());
        String caseNumber = enrolled.open("coach1", LocalDate.now());
        enrolled.has(caseNumber, "coaching-talk", new Talk("held", 3, "yes", "Bra", LocalDate.now()));
        try (Browser coach = Browser.open()) {
            coach.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach1");
            coach.begins("Rättelse");
            coach.types("Ärende", caseNumber);
            coach.clicksButton("Starta");
            coach.reads("Processen har startats");
            coach.takesPicture("rattelse-startad");
            coach.clicks("Välj vad som ska rättas");
            coach.chooses("Vad ska rättas?", "Genomför coachsamtal");
            coach.takesPicture("rattelse-val");
            coach.clicksButton("Slutför");
            coach.clicks("Rätta uppgiften");
            coach.reads("Anteckning", "Genomför coachsamtal");
            coach.ticks("Rättar en uppgift");
            coach.chooses("Uppgift", "Nytt samtalsintervall (veckor): 3");
            coach.types("Nytt tal", "4");
            coach.takesPicture("rattelse-tal");
            coach.chooses("Uppgift", "Hur gick det?");
            coach.chooses("Nytt svar", "Giltigt förhinder");
            coach.ticks("Personalen");
            coach.types("Varför?", "Fel kryss");
            coach.takesPicture("rattelse");
            coach.clicksButton("Slutför");
            coach.reads("Välj en uppgift i listan");
        }
        assertThat(jdbc.sql("select content ->> 'outcome' from current_fact where kind = 'coaching-talk'")
                        .query(String.class)
                        .single())
                .isEqualTo("excused");
        assertThat(world.openTasks(caseNumber)).isEmpty();
    }

    @Test
    void theCaseOfTheOpenTaskIsSuggestedBeforeAnyOther() {
        world.begin(LocalDate.now());
        enrolled.open("coach1", LocalDate.now());
        String caseNumber = enrolled.open("coach1", LocalDate.now());
        runtime.createProcessInstanceByKey("orientation")
                .businessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .execute();
        try (Browser coach = Browser.open()) {
            coach.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "coach1");
            coach.clicks("Planera orienteringen");
            coach.reads("Ärende", caseNumber);
            coach.begins("Skydda personuppgifter");
            coach.reads("Ärende", 1, caseNumber);
            coach.takesPicture("skydda");
        }
    }

    @Test
    void theGroupCoachChoosesTheOtherLeaderAmongColleagues() {
        world.begin(LocalDate.now());
        try (Browser leader = Browser.open()) {
            leader.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "gruppcoach1");
            leader.begins("Grupp");
            assertThat(leader.suggestions("Andra ledare")).anyMatch(one -> one.startsWith("gruppcoach2 "));
            leader.types("Andra ledare", "gruppcoach2");
            leader.takesPicture("ny-grupp");
        }
    }

    @Test
    void theLeadHoldsAFileForAReasonAndTheRestIsErased() {
        LocalDate begun = LocalDate.of(2031, 11, 3);
        world.begin(begun);
        world.yearsAreSigned(2025, 2032);
        String goes = enrolled.open("coach1", LocalDate.of(2025, 1, 7));
        String stays = enrolled.open("coach1", LocalDate.of(2025, 1, 7));
        jdbc.sql("update case_file set closed_on = date '2026-05-04', opened_on = date '2025-01-07'")
                .update();
        UUID retention = UUID.randomUUID();
        jdbc.sql("insert into retention (id, programme, year) values (?, 'samboradet', 2031)")
                .param(retention)
                .update();
        runtime.createMessageCorrelation("retention.coming")
                .setVariable("programme", "samboradet")
                .setVariable("retentionId", retention.toString())
                .correlateStartMessage();
        world.passesTo(LocalDate.of(2032, 1, 2));
        try (Browser lead = Browser.open()) {
            lead.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "projektledare1");
            lead.clicks("Min grupps uppgifter");
            lead.clicks("Granska gallringen");
            lead.reads(goes + " · senaste anteckning 2026-05-04");
            lead.clicksButton("Ta uppgiften");
            lead.ticks(stays);
            lead.reads("Varför ska de hållas kvar?");
            lead.ticks("Handlingarna är begärda");
            lead.takesPicture("gallring");
            lead.clicksButton("Slutför");
            lead.takesPicture("gallring-obekraftad");
            lead.ticks("Jag har granskat listan");
            lead.clicksButton("Slutför");
            lead.reads("Välj en uppgift i listan");
        }
        world.settles();
        assertThat(jdbc.sql("select case_number from case_file")
                        .query(String.class)
                        .list())
                .containsExactly(stays);
    }
}
