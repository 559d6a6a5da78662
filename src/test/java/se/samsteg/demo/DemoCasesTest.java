package se.samsteg.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.engine.EarlierDays;
import se.samsteg.journey.World;

/** The cases of the embedded default, played in the whole application with its form rules. */
@SamstegTest
@ExtendWith(OutputCaptureExtension.class)
class DemoCasesTest {

    private static final String TALK = "Genomför coachsamtal";

    /** Where each story stops: the open tasks. */
    private static final Map<String, List<String>> OPEN = Map.ofEntries(
            Map.entry("just referred", List.of("Bedöm remissen")),
            Map.entry("criteria not met", List.of("Rätta eller återta remissen")),
            Map.entry("asked for completion", List.of("Komplettera remissen")),
            Map.entry("recommended elsewhere", List.of("Ta emot rekommendationen")),
            Map.entry("summoned", List.of("Skriv in deltagaren")),
            Map.entry("at the action plan", List.of("Skriv handlingsplan")),
            Map.entry("first in the group", List.of(TALK)),
            Map.entry("second in the group", List.of("Boka bedömningen", TALK)),
            Map.entry("third in the group", List.of(TALK)),
            Map.entry("waiting for a group", List.of(TALK)),
            Map.entry("group to be staffed", List.of("Bemanna gruppen")),
            Map.entry("at a workplace", List.of("Följ upp placeringen", TALK)),
            Map.entry("waiting for the lead", List.of(TALK, "Godkänn återremissen")),
            Map.entry("referred to AMA", List.of("Utse coach")),
            Map.entry("criteria of AMA not met", List.of("Rätta eller återta remissen")),
            Map.entry("invited to a three-party talk", List.of("Håll trepartssamtal")),
            Map.entry("in AMA's job track", List.of(TALK, "Planera orienteringen", "Ta ställning till SIP")),
            Map.entry("at AMA's mapping", List.of("Gör kartläggning")),
            Map.entry("waiting for the Må bra-kurs", List.of(TALK)),
            Map.entry("first in the Må bra-kurs", List.of("Följ upp mötesbeslut", TALK)),
            Map.entry("second in the Må bra-kurs", List.of(TALK)),
            Map.entry("in AMA's work training", List.of("Följ upp placeringen", TALK)),
            Map.entry("leaving AMA", List.of(TALK, "Matcha arbetsplats", "Registrera utfall")),
            Map.entry("followed up after AMA", List.of("Gör första uppföljningen")),
            Map.entry("ended with Stockholmsjobb", List.of()));

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    World world;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    EarlierDays earlier;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private DemoCases cases() {
        return new DemoCases(identity, repository, forms, tasks, earlier, played(), clock);
    }

    private Played played() {
        return beans.createBean(Played.class);
    }

    private Map<String, List<String>> open(Map<String, String> numbers) {
        Map<String, List<String>> open = new LinkedHashMap<>();
        numbers.forEach((name, number) -> open.put(
                name,
                tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                        .map(task -> task.getName().replace("\u00ad", "").replace(" · " + number, ""))
                        .sorted()
                        .toList()));
        return open;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-12-25", "2028-02-29"})
    void everyCaseStopsAtItsStepOnAHolidayAndOnALeapDay(LocalDate day) {
        world.begin(day);

        Map<String, String> numbers = cases().play();
        world.settles();

        assertThat(open(numbers)).containsAllEntriesOf(OPEN).hasSize(OPEN.size() + 2);
    }

    @Test
    void aStepThatAJobGotInTheWayOfIsDoneAgain() {
        world.begin(LocalDate.of(2027, 2, 1));
        var calls = new AtomicInteger();
        FormService stumbling = mock(FormService.class, call -> {
            if (calls.getAndIncrement() % 2 == 0) {
                throw new OptimisticLockingException("a job was faster");
            }
            return call.getMethod().invoke(forms, call.getArguments());
        });

        var numbers = new DemoCases(identity, repository, stumbling, tasks, earlier, played(), clock).play();

        assertThat(numbers).containsKeys(OPEN.keySet().toArray(String[]::new));
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class OnAWorkingDay {

        private Map<String, String> numbers = Map.of();

        @BeforeAll
        void play() {
            world.begin(LocalDate.of(2027, 2, 1));
            numbers = cases().play();
            world.settles();
        }

        @AfterAll
        void leaveNoCaseBehind() {
            world.begin(LocalDate.now());
            ClockUtil.reset();
        }

        @Test
        void theGroupHasItsFirstSessionToRecordAndThreeWhoCome() {
            assertThat(open(numbers)).containsEntry("group that has begun", List.of("Registrera träffen"));
            assertThat(jdbc.sql("select count(*) from group_place where group_number = ? and seat is not null")
                            .param(numbers.get("group that has begun"))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }

        @Test
        void whatIsLongAgoHasItsDays() {
            assertThat(jdbc.sql("select opened_on::text || ' ' || closed_on from case_file where case_number = ?")
                            .param(numbers.get("ended with Stockholmsjobb"))
                            .query(String.class)
                            .single())
                    .isEqualTo("2026-08-30 2026-12-03");
            assertThat(jdbc.sql("select held_on::text from case_sip where case_number = ?")
                            .param(numbers.get("first in the Må bra-kurs"))
                            .query(String.class)
                            .single())
                    .isEqualTo("2027-01-02");
            assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2027, 2, 1));
        }

        @Test
        void theRecommendationIsADocument() {
            assertThat(jdbc.sql("select kind from document where case_number = ?")
                            .param(numbers.get("recommended elsewhere"))
                            .query(String.class)
                            .list())
                    .containsExactly("conference-recommendation");
        }

        @Test
        void aRestartPlaysNothing() {
            String everything = "select (select count(*) from case_file) + (select count(*) from programme_group)";
            int before = jdbc.sql(everything).query(Integer.class).single();

            cases().playOnce();

            assertThat(jdbc.sql(everything).query(Integer.class).single()).isEqualTo(before);
        }

        @Test
        void aCaseThatFailsIsSaidLoudlyWithoutWhoItIsAboutAndStopsNothing(CapturedOutput output) {
            Map<String, String> again = cases().play(); // duplicates now, which wait for the lead, but for one returned

            assertThat(again)
                    .containsOnlyKeys(
                            "just referred",
                            "criteria not met",
                            "group to be staffed",
                            "recommended elsewhere",
                            "referred to AMA",
                            "criteria of AMA not met",
                            "followed up after AMA", // closed, so that a new referral is a new case
                            "ended with Stockholmsjobb");
            assertThat(output.getOut()).contains("DEMO CASE \"summoned\" FAILED: ");
            Stream<String> typed = Script.stories().stream()
                    .flatMap(story ->
                            Stream.of("identityNumber", "lastName", "contact").map(story.form()::get))
                    .map(String::valueOf);
            assertThat(typed.filter(word -> !word.equals("null"))).noneMatch(output.getAll()::contains);
        }
    }
}
