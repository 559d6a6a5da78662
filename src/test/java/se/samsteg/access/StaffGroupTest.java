package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.staff.Role;

class StaffGroupTest {

    @Test
    void everyGroupIsCalledSomethingAndEveryNameIsAGroups() {
        assertThat(ProgrammeFiles.all().all().stream()
                        .flatMap(programme -> programme.roles().keySet().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(StaffGroup.all(ProgrammeFiles.all()).stream()
                        .map(StaffGroup::id)
                        .toList());
    }

    @Test
    void eachAuthorityHasCaseworkersOfItsOwn() {
        assertThat(StaffGroup.all(ProgrammeFiles.all()))
                .contains(new StaffGroup(Role.CASEWORKER, "caseworker-soc", "Handläggare, socialtjänsten"))
                .contains(new StaffGroup(Role.COACH, "coach", "Rehabcoach / Individcoach"))
                .hasSize(13);
    }
}
