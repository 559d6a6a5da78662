package se.samsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import se.samsteg.programme.Programmes;

@SamstegTest
@Transactional
class GroupsTest {

    @Autowired
    World world;

    @Autowired
    Groups groups;

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
                                false),
                        "handlaggare.soc",
                        "soc")
                .caseNumber();
        groups.await(caseNumber, "samboradet", "halsogrupp");
        return caseNumber;
    }

    private String group(int maximum, boolean womenOnly) {
        return groups.create(
                programmes.get("samboradet"),
                new GroupPlan(
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
        return groups.waiting(groups.get(number)).stream()
                .map(Groups.Member::firstName)
                .toList();
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
        groups.await(anna, "samboradet", "aktivitetsgrupp");

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
        assertThatThrownBy(() -> groups.staff(number, List.of(bo))).isInstanceOf(Refused.class);
    }

    @Test
    void aCaseThatWasClosedDoesNotShow() {
        String anna = waiting("Anna", "woman");
        String number = group(12, false);
        groups.staff(number, List.of(anna));
        assertThat(groups.members(number)).hasSize(1);

        cases.close(anna, LocalDate.of(2030, 2, 1));
        assertThat(groups.members(number)).isEmpty();
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        String anna = waiting("Anna", "woman");
        groups.leaveQueue(anna);
        groups.leaveQueue(anna);
        groups.leave(anna);

        assertThat(groups.wish(anna)).isEmpty();
        groups.await(anna, "samboradet", "halsogrupp");
        assertThat(groups.wish(anna)).isPresent();
    }

    @Test
    void whoIsPlacedStaysWhenTheQueueIsLeft() {
        String anna = waiting("Anna", "woman");
        String number = group(12, false);
        groups.staff(number, List.of(anna));
        groups.leaveQueue(anna);
        assertThat(groups.members(number)).hasSize(1);

        groups.leave(anna);
        assertThat(groups.members(number)).isEmpty();
        assertThat(groups.lastOf(anna)).map(PlannedGroup::number).hasValue(number);
    }

    @Test
    void noMoreArePlacedThanTheGroupTakes() {
        List<String> three =
                new ArrayList<>(List.of(waiting("Anna", "woman"), waiting("Bo", "man"), waiting("Cissi", "woman")));
        String number = group(2, false);

        assertThatThrownBy(() -> groups.staff(number, three))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("högst 2");
    }

    @Test
    void whatIsNotRecordedIsNotCountedAsAbsence() {
        String anna = waiting("Anna", "woman");
        String bo = waiting("Bo", "man");
        String number = group(12, false);
        groups.staff(number, List.of(bo, anna));
        groups.date(number, List.of(LocalDate.of(2030, 1, 7), LocalDate.of(2030, 1, 10), LocalDate.of(2030, 1, 14)));
        assertThat(groups.members(number)).extracting(Groups.Member::firstName).containsExactly("Anna", "Bo");

        groups.held(number, 1, held(Map.of("attendance1", "took-part", "attendance2", "absent")));
        groups.held(number, 2, held(Map.of("attendance2", "excused", "needs", List.of(bo))));

        assertThat(groups.attendance(number, anna)).isEqualTo(new Groups.Attendance(1, 0, 0));
        assertThat(groups.attendance(number, bo)).isEqualTo(new Groups.Attendance(0, 1, 1));
        assertThat(groups.needs(number, 2)).containsExactly(bo);
        assertThat(groups.lastNeed(bo)).hasValue(LocalDate.of(2030, 1, 10));
        assertThat(groups.session(number, 3).state()).isEqualTo("planned");
    }

    @Test
    void aSeatStaysWhenAnotherIsLeft() {
        String anna = waiting("Anna", "woman");
        String bo = waiting("Bo", "man");
        String number = group(12, false);
        groups.staff(number, List.of(anna, bo));
        groups.date(number, List.of(LocalDate.of(2030, 1, 7)));
        groups.leave(anna);

        assertThat(groups.members(number)).extracting(Groups.Member::seat).containsExactly(2);
        groups.held(number, 1, held(Map.of("attendance2", "present")));
        assertThat(groups.attendance(number, bo).attended()).isEqualTo(1);
    }

    @Test
    void aMovedSessionKeepsItsNumberAndCountsTheMove() {
        String number = group(12, false);
        groups.date(number, List.of(LocalDate.of(2030, 1, 7), LocalDate.of(2030, 1, 10)));
        groups.move(number, 1, LocalDate.of(2030, 1, 8));

        assertThat(groups.session(number, 1)).isEqualTo(new Groups.Dated(1, LocalDate.of(2030, 1, 8), "planned", 1));
        assertThat(groups.sessions(number)).hasSize(2);
    }

    @Test
    void aParticipantMayWaitForAnotherGroupAfterTheEnd() {
        String anna = waiting("Anna", "woman");
        String number = group(12, false);
        groups.staff(number, List.of(anna));
        groups.end(number);
        groups.await(anna, "samboradet", "aktivitetsgrupp");

        assertThat(groups.members(number)).isEmpty();
        assertThat(groups.wish(anna)).map(Groups.Wish::type).hasValue("aktivitetsgrupp");
    }
}
