package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

/** The log-in form of each web application in a real Chromium, typed into by hand as soon as it is on the screen. */
@SamstegTest
class LogInTest {

    /** Asks for what only a member of staff may have, and waits until the answer has drawn the form anew. */
    private static final String LATE_ANSWER = """
            const [done] = arguments;
            const form = document.forms.signinForm;
            const drawn = () => {
              const now = document.forms.signinForm;
              now && now !== form ? requestAnimationFrame(done) : requestAnimationFrame(drawn);
            };
            const injector = [document.body, document.documentElement, document]
              .map(one => angular.element(one).injector())
              .find(one => one);
            injector.get('$http').get('/camunda/api/engine/engine/default/filter/count').catch(() => undefined);
            drawn();""";

    private static final String ANSWERS = "performance.getEntriesByType('resource')"
            + ".filter(r => r.name.includes('/login/')).map(r => r.responseStatus).join()";

    private static final String TEXTS =
            "[...document.forms.signinForm.querySelectorAll('input')].map(field => field.value).join(' ')";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    private Browser browser;

    @BeforeEach
    void open() {
        Browser.mustBeThere();
        world.begin(LocalDate.now());
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void shows(String application) {
        browser.opens("http://localhost:%d/camunda/app/%s/default/".formatted(port, application));
        waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("input[type=password]")));
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(browser.webDriver(), Duration.ofSeconds(30));
    }

    /** Wherever the cursor is. */
    private void typesByHand(CharSequence keys) {
        Actions hand = new Actions(browser.webDriver());
        keys.chars().forEach(key -> hand.sendKeys(Character.toString(key)).pause(120));
        hand.perform();
    }

    private void isDrawnAnew() {
        browser.webDriver().executeAsyncScript(LATE_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void lettersAndCursorStayWhenTheFormIsDrawnAnew(String application) {
        shows(application);
        typesByHand("co");
        isDrawnAnew();
        typesByHand("ach1" + Keys.TAB + "sams");
        isDrawnAnew();
        typesByHand("teg");

        assertThat(browser.evaluates(TEXTS)).isEqualTo("coach1 samsteg");
    }

    @ParameterizedTest
    @CsvSource({"tasklist, coach1", "cockpit, projektledare1", "admin, admin", "welcome, coach1"})
    void aUserWhoTypesAtOnceIsLoggedIn(String application, String user) {
        shows(application);
        typesByHand(user + Keys.TAB + "sam");
        isDrawnAnew();
        typesByHand("steg" + Keys.ENTER);

        waiting().until(page -> !browser.evaluates(ANSWERS).equals(""));
        assertThat(browser.evaluates(ANSWERS)).isEqualTo("200");
    }

    /** It is a user who does not exist, so that none is locked out. */
    @Test
    void aRefusedTryLeavesAnEmptyForm() {
        shows("tasklist");
        typesByHand("coach0" + Keys.TAB + "samsteg" + Keys.ENTER);
        waiting().until(page -> browser.evaluates(ANSWERS).equals("401"));
        isDrawnAnew();

        assertThat(browser.evaluates(TEXTS)).isEqualTo(" ");
    }
}
