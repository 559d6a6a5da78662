package se.samsteg.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsteg.SamstegTest;
import se.samsteg.form.FormFiles;
import se.samsteg.form.Refused;

/** The record whose rules a corrected fact must keep is found for the forms of every phase. */
@SamstegTest
class FactTypesTest {

    @Autowired
    FactTypes types;

    @Test
    void everyFormHasARecordWhoseRulesAreFound() throws IOException {
        assertThat(FormFiles.all()).hasSizeGreaterThan(50).allSatisfy(kind -> {
            Throwable refused = catchThrowable(() -> types.read(kind, Map.of()));
            assertThat(refused instanceof IllegalStateException).isFalse();
        });
    }

    @Test
    void theRulesAreThoseOfThePhase() {
        Map<String, @Nullable Object> minutes =
                new HashMap<>(Map.of("held", "no", "authoritiesPresent", List.of(), "notes", "Ingen kunde"));
        assertThatCode(() -> types.read("meeting-minutes", minutes)).doesNotThrowAnyException();

        minutes.put("notes", null);
        assertThat(catchThrowable(() -> types.read("meeting-minutes", minutes)))
                .isInstanceOf(Refused.class)
                .hasMessage("Anteckningar: skriv varför mötet inte hölls.");
    }
}
