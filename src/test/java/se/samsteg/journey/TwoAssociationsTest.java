package se.samsteg.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;

/** The same person takes part in two associations, and neither sees a trace of the other. */
@SamstegTest
class TwoAssociationsTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    private static final String ANNA = "19800101-9804";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    private Case here;
    private Case there;

    @BeforeEach
    void annaIsReferredToBoth() {
        world.begin(MONDAY);
        here = Case.referred(world, jdbc, "handlaggare.soc", Answers.referral(ANNA, MONDAY))
                .admitted()
                .enrolledWithAPlan(Answers.plan(MONDAY, "workplace"));
        there = Case.referred(
                world,
                jdbc,
                "ama",
                AmaAnswers.SOCIAL_WORKER,
                Answers.with(
                        AmaAnswers.referral(ANNA, MONDAY),
                        "firstName",
                        "Anna-Lena",
                        "phone",
                        "08-999 99 99",
                        "contact",
                        null));
    }

    @Test
    void whatOneAssociationKnowsOfThePersonIsNotChangedByTheOther() {
        assertThat(jdbc.sql("""
                                select c.case_number || ' ' || p.first_name || ' ' || coalesce(p.phone, '-')
                                from case_file c join person p on p.id = c.person order by 1""").query(String.class).list())
                .containsExactly(there.caseNumber + " Anna-Lena 08-999 99 99", here.caseNumber + " Anna -");
    }

    @Test
    void nothingThatIsKnownThereIsShownToTheLeadWhoAppointsTheCoach() {
        assertThat(world.shown(AmaAnswers.LEAD, "userTask_appoint", there.caseNumber, "known"))
                .asString()
                .doesNotContain(here.caseNumber, "SB-");
        assertThat(world.shown(AmaAnswers.LEAD, "userTask_appoint", there.caseNumber, "earlierCase"))
                .isIn(null, "");
        assertThat(world.shown(AmaAnswers.LEAD, "userTask_appoint", there.caseNumber, "coaches"))
                .asString()
                .contains("sthlm.coach1", "sthlm.coach2")
                .doesNotContain("\"coach1\"", "\"coach2\"");
    }

    @Test
    void aUserFindsTasksOfTheOwnAssociationAlone() {
        assertThat(numbersSeenBy("projektledare1", "botkyrka", "programme-lead"))
                .isNotEmpty()
                .allMatch(title -> !title.contains(there.caseNumber));
        assertThat(numbersSeenBy(AmaAnswers.LEAD, "stockholm", "programme-lead"))
                .isNotEmpty()
                .allMatch(title -> !title.contains(here.caseNumber));
    }

    private List<String> numbersSeenBy(String user, String association, String group) {
        identity.setAuthentication(user, List.of(group), List.of(association));
        try {
            return tasks.createTaskQuery().list().stream()
                    .map(task -> task.getName())
                    .toList();
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void aCaseworkerIsOfferedTheProgrammesOfTheOwnAssociationToStart() {
        assertThat(startableBy("handlaggare.soc", "botkyrka"))
                .contains("samboradet")
                .doesNotContain("ama");
        assertThat(startableBy(AmaAnswers.SOCIAL_WORKER, "stockholm"))
                .contains("ama")
                .doesNotContain("samboradet");
    }

    private List<String> startableBy(String user, String association) {
        identity.setAuthentication(user, List.of("caseworker-soc"), List.of(association));
        try {
            return repository
                    .createProcessDefinitionQuery()
                    .latestVersion()
                    .startableInTasklist()
                    .startablePermissionCheck()
                    .list()
                    .stream()
                    .map(ProcessDefinition::getKey)
                    .toList();
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void noLetterTellsOneAssociationOfTheOther() {
        assertThat(world.mailTo("handlaggare.soc")).isNotEmpty().noneMatch(letter -> letter.contains("AMA"));
        assertThat(world.mailTo(AmaAnswers.SOCIAL_WORKER)).isNotEmpty().noneMatch(letter -> letter.contains("SB-"));
    }
}
