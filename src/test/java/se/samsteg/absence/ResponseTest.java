package se.samsteg.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsteg.programme.Settings;

class ResponseTest {

    private static Settings.Absence programme(String response) {
        return new Settings.Absence(response, 3, 3, Period.ofDays(14), Period.ofMonths(3));
    }

    private static Response to(int count, String programme, Response... open) {
        return Response.to(count, programme(programme), false, Set.copyOf(Arrays.asList(open))::contains);
    }

    @ParameterizedTest
    @CsvSource({"1, HOME_VISIT", "2, NONE", "3, CONTACT_AUTHORITY", "4, CONTACT_AUTHORITY"})
    void theLadderGoesFromTheHomeToTheAuthority(int count, Response expected) {
        assertThat(to(count, "ladder")).isEqualTo(expected);
    }

    @Test
    void howManyTimesItTakesIsTheProgrammes() {
        Settings.Absence five = new Settings.Absence("ladder", 3, 5, Period.ofDays(14), Period.ofMonths(3));
        assertThat(Response.to(4, five, false, response -> false)).isEqualTo(Response.NONE);
        assertThat(Response.to(5, five, false, response -> false)).isEqualTo(Response.CONTACT_AUTHORITY);
    }

    @Test
    void nothingIsOpenedBesideItsLike() {
        assertThat(to(1, "ladder", Response.HOME_VISIT)).isEqualTo(Response.NONE);
        assertThat(to(3, "ladder", Response.CONTACT_AUTHORITY)).isEqualTo(Response.NONE);
        assertThat(to(2, "outreach", Response.OUTREACH)).isEqualTo(Response.NONE);
    }

    @Test
    void whatElseIsOpenHindersNothing() {
        assertThat(to(3, "ladder", Response.HOME_VISIT)).isEqualTo(Response.CONTACT_AUTHORITY);
        assertThat(to(1, "ladder", Response.CONTACT_AUTHORITY)).isEqualTo(Response.HOME_VISIT);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7"})
    void outreachBeginsAtAnyCountWhenNoneIsOpen(int count) {
        assertThat(to(count, "outreach")).isEqualTo(Response.OUTREACH);
    }

    @Test
    void duringTheExitTheCoachVisitsAgainAndTheAuthorityIsNotAsked() {
        Settings.Absence three = programme("ladder");
        assertThat(Response.to(3, three, true, response -> false)).isEqualTo(Response.HOME_VISIT);
        assertThat(Response.to(2, three, true, response -> false)).isEqualTo(Response.NONE);
    }
}
