package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.form.DaysOff;
import se.samsteg.form.FormFiles;
import se.samsteg.journey.World;

/** How every form asks an appointment on a day off back, in a real Chromium. */
@SamstegTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaysOffOnScreenTest {

    private static final LocalDate CHRISTMAS = LocalDate.of(LocalDate.now().getYear() + 1, 12, 25);
    private static final LocalDate SATURDAY = Stream.iterate(
                    LocalDate.now().plusWeeks(1).with(TemporalAdjusters.next(DayOfWeek.SATURDAY)),
                    day -> day.plusWeeks(1))
            .filter(day -> DaysOff.why(day).orElseThrow().endsWith("lördag"))
            .findFirst()
            .orElseThrow();
    private static final LocalDate WORKING_DAY = Stream.iterate(SATURDAY, day -> day.plusDays(1))
            .filter(day -> !DaysOff.isDayOff(day))
            .findFirst()
            .orElseThrow();

    @LocalServerPort
    int port;

    @Autowired
    World world;

    private Browser lead;
    private FormOnScreen form;

    /** A form with nothing hidden, an appointment in it, and the box that confirms it. */
    private record Asking(JsonNode form, String date, String box) {}

    @BeforeAll
    void theLeadBeginsAProcess() {
        Browser.mustBeThere();
        world.begin(LocalDate.now());
        lead = Browser.open();
        lead.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "projektledare1");
        // Another process than the one whose draft is tried.
        lead.begins("Skydda personuppgifter");
        form = new FormOnScreen(lead);
    }

    @AfterAll
    void close() {
        if (lead != null) {
            lead.close();
        }
    }

    private static List<Asking> asking() throws IOException {
        List<Asking> asking = new ArrayList<>();
        for (String id : FormFiles.allWithOwn()) {
            JsonNode form = new JsonMapper().readTree(FormFiles.json(id));
            form.findParents("conditional").forEach(field -> ((ObjectNode) field).remove("conditional"));
            for (JsonNode box : form.findParents("properties")) {
                String date = box.path("properties").path("confirms").asText();
                if (!date.isEmpty()) {
                    asking.add(new Asking(form, date, box.path("key").asText()));
                }
            }
        }
        return asking;
    }

    @Test
    void everyAppointmentOnADayOffIsAskedBackAtItsFieldAndConfirmedByKeyboard() throws IOException {
        List<Asking> all = asking();
        assertThat(all).hasSizeGreaterThanOrEqualTo(9);
        for (Asking one : all) {
            String what = one.form().path("id").asText();
            form.draw(one.form(), Map.of());
            assertThat(form.sees(one.box())).as(what).isFalse();
            assertThat(form.heightOf(one.box())).as(what).isZero();
            types(one, WORKING_DAY);
            assertThat(form.errors()).as(what).doesNotContainKey(one.date());
            assertThat(form.sees(one.box())).as(what).isFalse();

            types(one, CHRISTMAS);
            form.leaves();
            assertThat(form.errors()).as(what).containsEntry(one.date(), askedBack(CHRISTMAS));
            assertThat(form.isBlocked()).as(what).isTrue();
            assertThat(form.sees(one.box())).as(what).isTrue();

            form.focuses(one.date());
            form.tabsTo(one.box());
            form.typesByHand(" ");
            assertThat(form.values()).as(what).containsEntry(one.box(), true);
            assertThat(form.errors()).as(what).doesNotContainKey(one.date());

            types(one, SATURDAY);
            form.leaves();
            assertThat(form.values()).as(what).containsEntry(one.box(), false);
            assertThat(form.errors()).as(what).containsEntry(one.date(), askedBack(SATURDAY));

            types(one, WORKING_DAY);
            form.leaves();
            assertThat(form.errors()).as(what).doesNotContainKey(one.date());
            assertThat(form.sees(one.box())).as(what).isFalse();
        }
    }

    private void types(Asking one, LocalDate day) {
        form.types(one.date(), day.toString());
        assertThat(form.values()).as(one.form().path("id").asText()).containsEntry(one.date(), day.toString());
    }

    private static String askedBack(LocalDate day) {
        String why = DaysOff.why(day).orElseThrow();
        return Character.toUpperCase(why.charAt(0)) + why.substring(1)
                + ". Välj en annan dag, eller kryssa i rutan om dagen är menad.";
    }

    @Test
    void aDayThatWasMeantComesBackWithItsDraft() {
        try (Browser other = Browser.open()) {
            other.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "projektledare1");
            other.begins("Mötestillfälle");
            other.types("Datum", CHRISTMAS.toString());
            other.reads(askedBack(CHRISTMAS));
            other.takesPicture("ledig-dag");
            other.ticks("Dagen är menad, fast den är en lördag, en söndag eller en helgdag");
            other.takesPicture("ledig-dag-menad");
            other.reloads();
            other.begins("Mötestillfälle");
            other.reads("Datum", CHRISTMAS.toString());
            other.reads("Utkast sparat");
            FormOnScreen drawn = new FormOnScreen(other);
            assertThat(drawn.values()).containsEntry("dayOffMeant", true);
            assertThat(drawn.sees("dayOffMeant")).isTrue();
            assertThat(drawn.errors()).isEmpty();

            other.types("Datum", SATURDAY.toString());
            other.reads(askedBack(SATURDAY));
            other.webDriver().manage().window().setSize(new Dimension(390, 844));
            other.settles();
            other.takesPicture("ledig-dag-390");
        }
    }
}
