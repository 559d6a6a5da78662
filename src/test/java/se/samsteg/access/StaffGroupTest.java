package se.samsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.samsteg.programme.ProgrammeFiles;
import se.samsteg.programme.Settings;
import se.samsteg.staff.Role;

class StaffGroupTest {

    @Test
    void everyGroupIsCalledSomethingInEveryProgrammeAndEveryNameIsAGroups() {
        for (Settings programme : ProgrammeFiles.all().all()) {
            assertThat(StaffGroup.all(ProgrammeFiles.all()))
                    .extracting(StaffGroup::id)
                    .containsExactlyInAnyOrderElementsOf(programme.roles().keySet());
        }
    }

    @Test
    void eachAuthorityHasCaseworkersOfItsOwn() {
        assertThat(StaffGroup.all(ProgrammeFiles.all()))
                .contains(new StaffGroup(Role.CASEWORKER, "caseworker-soc", "Handläggare, socialtjänsten"))
                .contains(new StaffGroup(Role.COACH, "coach", "Individcoach"))
                .hasSize(13);
    }
}
