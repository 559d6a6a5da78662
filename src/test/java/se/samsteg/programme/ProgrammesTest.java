package se.samsteg.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgrammesTest {

    private final Programmes programmes = ProgrammeFiles.all();

    @Test
    void anAuthorityIsCalledAsInTheProgrammeOfTheCase() {
        try (var other = new OtherSettings(
                programmes, "ama", "{authorities: [{code: soc, name: Stadsdelen}, {code: fk, name: Kassan}]}")) {
            assertThat(programmes.authority("SB-2026-0042", "soc")).isEqualTo("Socialtjänsten");
            assertThat(programmes.authority("AMA-2026-0042", "soc")).isEqualTo("Stadsdelen");
            assertThat(programmes.authorityIn("stockholm", "soc")).isEqualTo("Stadsdelen");
            assertThat(programmes.authority("AMA-2026-0042", "af")).isEqualTo("af");
        }
    }
}
