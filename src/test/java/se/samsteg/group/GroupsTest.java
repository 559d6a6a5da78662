package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import se.samsteg.SamstegTest;
import se.samsteg.casefile.CaseFiles;
import se.samsteg.form.Forms;
import se.samsteg.form.Refused;
import se.samsteg.journey.World;
import se.samsteg.person.Person;
import se.samsteg.programme.OtherGroups;
import se.samsteg.programme.Programmes;
import se.samsteg.programme.Settings;

@SamstegTest
@Transactional
class GroupsTest {

    @Autowired
    World world;

    @Autowired
    Groups groups;

    @Autowired
    GroupPlaces places;

    @Autowired
    Sessions sessions;

    @Autowired
    CaseFiles cases;

    @Autowired
    Programmes programmes;

    @BeforeEach
    void noGroups() {
        world.begin(LocalDate.of(2029, 12, 3));
    }

    private String waiting(String firstName, String sex) {
        String caseNumber = cases.open(
                        programmes.get("samboradet"),
                        new Person(
                                UUID.randomUUID(),
                                null,
                                "väntar på nummer",
                                LocalDate.of(1980, 1, 1),
                                firstName,
                                "Ek",
                                sex,
                                "0127",
                                null,
                                "somaliska",
                                true,
                                null,
                                null,
                                null,
                                null,
                                false),
                        "handlaggare.soc",
                        "soc")
                .caseNumber();
        places.await(caseNumber, "samboradet", "halsogrupp");
        return caseNumber;
    }

    private String group(int maximum, boolean womenOnly) {
        return groups.create(
                programmes.get("samboradet"),
                new GroupPlan(
                        null,
                        "halsogrupp",
                        womenOnly,
                        null,
                        "Folkets hus",
                        LocalDate.of(2030, 1, 7),
                        List.of("monday", "thursday"),
                        "09:30",
                        1,
                        maximum),
                "gruppcoach.ett");
    }

    private List<String> namesWaitingFor(String number) {
        return places.waiting(groups.get(number)).stream()
                .map(GroupPlaces.Member::firstName)
                .toList();
    }

    private static Map<String, Object> called(int seat, String attendance) {
        return Map.of("seat", seat, "attendance", attendance);
    }

    private static Session held(Map<String, Object> values) {
        Map<String, Object> all =
                new HashMap<>(Map.of("outcome", "held", "themes", List.of("sömn"), "needs", List.of()));
        all.putAll(values);
        return new Forms.Filled("group-session", "1", all).as(Session.class);
    }

    @Test
    void groupNumbersFollowEachOther() {
        String first = group(12, false);
        String second = group(12, false);

        assertThat(first).matches("G-\\d{4}-\\d{3}");
        assertThat(Integer.parseInt(second.substring(7))).isEqualTo(Integer.parseInt(first.substring(7)) + 1);
    }

    @Test
    void theLongestWaitingParticipantStandsFirstAndNoneStandsTwice() {
        String anna = waiting("Anna", "woman");
        waiting("Bo", "man");
        places.await(anna, "samboradet", "halsogrupp");

        assertThat(namesWaitingFor(group(12, false)))
                .containsSubsequence("Anna", "Bo")
                .doesNotHaveDuplicates();
    }

    @Test
    void aGroupForWomenTakesWomen() {
        waiting("Anna", "woman");
        String bo = waiting("Bo", "man");
        String number = group(12, true);

        assertThat(namesWaitingFor(number)).contains("Anna").doesNotContain("Bo");
        assertThatThrownBy(() -> places.staff(number, List.of(bo))).isInstanceOf(Refused.class);
    }

    @Test
    void aGroupForWomenTakesWhomItsTypeAdmits() {
        waiting("Anna", "woman");
        waiting("Bo", "man");
        String kim = waiting("Kim", "other");
        Settings.Group own = programmes.get("samboradet").group("halsogrupp");
        Settings.Group wider = new Settings.Group(
                own.type(),
                own.name(),
                own.series(),
                own.planned(),
                own.maximum(),
                own.attendance(),
                own.cohortMonths(),
                List.of("woman", "other"),
                own.themes());
        String number = group(12, true);
        assertThat(namesWaitingFor(number)).contains("Anna").doesNotContain("Kim");

        try (OtherGroups ignored = new OtherGroups(programmes, "samboradet", List.of(wider))) {
            assertThat(namesWaitingFor(number)).contains("Anna", "Kim").doesNotContain("Bo");
            places.staff(number, List.of(kim));
        }
        assertThat(places.members(number)).hasSize(1);
    }

    @Test
    void aCaseThatWasClosedDoesNotShow() {
        String anna = waiting("Anna", "woman");
        String number = group(12, false);
        places.staff(number, List.of(anna));
        assertThat(places.members(number)).hasSize(1);

        cases.close(anna, LocalDate.of(2030, 2, 1));
        assertThat(places.members(number)).isEmpty();
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        String anna = waiting("Anna", "woman");
        places.leaveQueue(anna, "halsogrupp");
        places.leaveQueue(anna, "halsogrupp");
        places.leave(group(12, false), anna);

        assertThat(places.waits(anna)).isEmpty();
        places.await(anna, "samboradet", "halsogrupp");
        assertThat(places.waits(anna)).hasSize(1);
    }

    @Test
    void aParticipantHasOnePlaceInEachTypeOfGroup() {
        String anna = waiting("Anna", "woman");
        places.await(anna, "samboradet", "aktivitetsgrupp");
        String number = group(12, false);
        places.staff(number, List.of(anna));
        places.await(anna, "samboradet", "halsogrupp");

        assertThat(places.openTypes(anna)).containsExactlyInAnyOrder("halsogrupp", "aktivitetsgrupp");
        assertThat(groups.of(anna)).extracting(PlannedGroup::number).containsExactly(number);
        assertThat(places.waits(anna)).extracting(GroupPlaces.Wish::type).containsExactly("aktivitetsgrupp");
        places.leave(number, anna);
        assertThat(groups.of(anna)).isEmpty();
        assertThat(places.waits(anna)).hasSize(1);
    }

    @Test
    void whoIsPlacedStaysWhenTheQueueIsLeft() {
        String anna = waiting("Anna", "woman");
        String number = group(12, false);
        places.staff(number, List.of(anna));
        places.leaveQueue(anna, "halsogrupp");
        assertThat(places.members(number)).hasSize(1);

        places.leave(number, anna);
        assertThat(places.members(number)).isEmpty();
        assertThat(groups.lastOf(anna)).map(PlannedGroup::number).hasValue(number);
    }

    @Test
    void noMoreArePlacedThanTheGroupTakes() {
        List<String> three =
                new ArrayList<>(List.of(waiting("Anna", "woman"), waiting("Bo", "man"), waiting("Cissi", "woman")));
        String number = group(2, false);

        assertThatThrownBy(() -> places.staff(number, three))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("högst 2");
    }

    @Test
    void whatIsNotRecordedIsNotCountedAsAbsence() {
        String anna = waiting("Anna", "woman");
        String bo = waiting("Bo", "man");
        String number = group(12, false);
        places.staff(number, List.of(bo, anna));
        sessions.date(
                number,
                "Träff",
                List.of(LocalDate.of(2030, 1, 7), LocalDate.of(2030, 1, 10), LocalDate.of(2030, 1, 14)));
        assertThat(places.members(number))
                .extracting(GroupPlaces.Member::firstName)
                .containsExactly("Anna", "Bo");

        sessions.held(number, 1, held(Map.of("rollCall", List.of(called(1, "took-part"), called(2, "absent")))));
        sessions.held(number, 2, held(Map.of("rollCall", List.of(called(2, "excused")), "needs", List.of(bo))));

        assertThat(sessions.attendance(number, anna)).isEqualTo(new Sessions.Attendance(1, 0, 0));
        assertThat(sessions.attendance(number, bo)).isEqualTo(new Sessions.Attendance(0, 1, 1));
        assertThat(sessions.needs(number, 2)).containsExactly(bo);
        assertThat(sessions.lastNeed(bo, "halsogrupp")).hasValue(new Sessions.Need(number, LocalDate.of(2030, 1, 10)));
        assertThat(sessions.session(number, 3).state()).isEqualTo("planned");
    }

    @Test
    void aSeatStaysWhenAnotherIsLeft() {
        String anna = waiting("Anna", "woman");
        String bo = waiting("Bo", "man");
        String number = group(12, false);
        places.staff(number, List.of(anna, bo));
        sessions.date(number, "Träff", List.of(LocalDate.of(2030, 1, 7)));
        places.leave(number, anna);

        assertThat(places.members(number)).extracting(GroupPlaces.Member::seat).containsExactly(2);
        sessions.held(number, 1, held(Map.of("rollCall", List.of(called(2, "present")))));
        assertThat(sessions.attendance(number, bo).attended()).isEqualTo(1);
    }

    @Test
    void aMovedSessionKeepsItsNumberAndCountsTheMove() {
        String number = group(12, false);
        sessions.date(number, "Träff", List.of(LocalDate.of(2030, 1, 7), LocalDate.of(2030, 1, 10)));
        sessions.move(number, 1, LocalDate.of(2030, 1, 8));

        assertThat(sessions.session(number, 1))
                .isEqualTo(new Sessions.Dated(1, "Träff", 1, LocalDate.of(2030, 1, 8), "planned", 1));
        assertThat(sessions.sessions(number)).hasSize(2);
    }

    @Test
    void aParticipantMayWaitForAnotherGroupAfterTheEnd() {
        String anna = waiting("Anna", "woman");
        String number = group(12, false);
        places.staff(number, List.of(anna));
        groups.end(number);
        places.await(anna, "samboradet", "aktivitetsgrupp");

        assertThat(places.members(number)).isEmpty();
        assertThat(places.waits(anna)).extracting(GroupPlaces.Wish::type).containsExactly("aktivitetsgrupp");
    }

    private String cancelledWith(String anna) {
        String number = group(12, false);
        places.staff(number, List.of(anna));
        groups.cancel(number);
        return number;
    }

    @Test
    void afterACancelledGroupAParticipantHasWaitedSinceBefore() {
        String anna = waiting("Anna", "woman");
        String bo = waiting("Bo", "man");
        cancelledWith(anna);
        world.passesTo(LocalDate.of(2029, 12, 10));
        places.await(anna, "samboradet", "halsogrupp");

        assertThat(namesWaitingFor(group(12, false))).containsSubsequence("Anna", "Bo");
        assertThat(bo).isNotEqualTo(anna);
    }

    @Test
    void anEndedGroupTakesNoParticipants() {
        String anna = waiting("Anna", "woman");
        String number = cancelledWith(anna);
        places.await(anna, "samboradet", "halsogrupp");

        assertThatThrownBy(() -> places.join(number, anna, "halsogrupp"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("gruppen är avslutad");
    }

    @Test
    void aSeatThatWasLeftIsTakenAfterAllOthers() {
        String anna = waiting("Anna", "woman");
        String bo = waiting("Bo", "man");
        String number = group(2, false);
        places.staff(number, List.of(anna));
        places.leave(number, anna);
        places.staff(number, List.of(bo));
        places.await(anna, "samboradet", "aktivitetsgrupp");
        places.join(number, anna, "aktivitetsgrupp");

        assertThat(places.members(number))
                .extracting(GroupPlaces.Member::firstName, GroupPlaces.Member::seat)
                .containsExactly(tuple("Anna", 1), tuple("Bo", 2));
        String cissi = waiting("Cissi", "woman");
        assertThatThrownBy(() -> places.join(number, cissi, "halsogrupp"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("gruppen tar högst 2");
    }

    @Test
    void aGroupTakesMoreThanTwelve() {
        List<String> many = IntStream.rangeClosed(1, 14)
                .mapToObj(n -> waiting("Person" + n, "woman"))
                .toList();
        String number = group(14, false);
        places.staff(number, many);
        sessions.date(number, "Träff", List.of(LocalDate.of(2030, 1, 7)));
        sessions.held(number, 1, held(Map.of("rollCall", List.of(called(14, "took-part")))));

        assertThat(sessions.rollCall(number, 1)).hasSize(1);
    }

    @Test
    void theNextSessionWithoutAnEndTakesTheSlotOfTheLast() {
        String number = group(12, false);
        sessions.date(number, "Teori", List.of(LocalDate.of(2030, 1, 7), LocalDate.of(2030, 1, 10)));
        sessions.date(number, "Träning", List.of(LocalDate.of(2030, 1, 8)));
        sessions.follow(number, sessions.session(number, 3), LocalDate.of(2030, 1, 15));

        assertThat(sessions.session(number, 3))
                .isEqualTo(new Sessions.Dated(4, "Träning", 3, LocalDate.of(2030, 1, 15), "planned", 0));
        assertThat(sessions.slots(number)).isEqualTo(3);
    }
}
