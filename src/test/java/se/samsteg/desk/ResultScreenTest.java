package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

/** The page Resultat in a real Chromium: its charts, on a screen and a telephone, by keyboard, for those who read it. */
@SamstegTest
class ResultScreenTest {

    private static final String PAGE = "/camunda/api/samsteg/results.html?programme=samboradet&period=2011";

    /** Keeps what a console would show in red. */
    private static final String LISTENER = """
            window.faults = [];
            addEventListener('error', e => faults.push(String(e.message || e.target.src)), true);
            addEventListener('unhandledrejection', e => faults.push(String(e.reason)));
            addEventListener('securitypolicyviolation', e => faults.push(e.violatedDirective + ' ' + e.blockedURI));
            console.error = (...all) => faults.push(all.join(' '));""";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Browser browser;
    private ChromeDriver driver;
    private WebDriverWait wait;

    /** Forty participants who left in 2011 and as many in 2010, each by way of two steps. */
    @BeforeEach
    void twoYears() {
        Browser.mustBeThere();
        world.begin(LocalDate.now());
        for (int i = 0; i < 80; i++) {
            String number = "SB-2010-8%03d".formatted(i);
            LocalDate exit = LocalDate.of(i < 40 ? 2011 : 2010, 2 + i % 11, 1);
            jdbc.sql("""
                            insert into counted_case (case_number, programme, referred_on, authority, sex, taken_up_on, decision,
                              joint_plan, called_on, enrolled_on, exit_on, main_outcome, health_at_exit, livelihood_before,
                              livelihood_after, occupation_before, occupation_after)
                            values (?, 'samboradet', '2009-02-01', 'soc', ?, '2009-03-01', 'admit', true, '2009-03-01',
                              '2009-04-01', ?, ?, ?, '{sickness-benefit}', ?::text[], 'sick-leave', ?)""")
                    .params(
                            number,
                            i % 2 == 0 ? "woman" : "man",
                            exit,
                            i % 3 == 0 ? "regular-work" : "other-authority",
                            i % 4 < 2 ? "better" : "same",
                            i % 3 == 0 ? "{salary}" : "{sickness-benefit}",
                            i % 3 == 0 ? "working" : "sick-leave")
                    .update();
            jdbc.sql("""
                            insert into counted_event (case_number, kind, code, happened_on, until)
                            values (?, 'step', 'prerehab', '2009-05-01', ?), (?, 'step', 'workplace', ?, ?)""")
                    .params(number, exit.minusDays(20), number, exit.minusDays(20), exit)
                    .update();
        }
        browser = Browser.open();
        driver = browser.webDriver();
        wait = new WebDriverWait(driver, Duration.ofSeconds(30));
        browser.runsBeforeEachPage(LISTENER);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        jdbc.sql("delete from counted_case where case_file is null").update();
    }

    private void opens(String user, String page, int width) {
        driver.get("http://localhost:" + port + "/camunda/app/welcome/default/");
        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector("input[type=text]")))
                .sendKeys(user);
        driver.findElement(By.cssSelector("input[type=password]")).sendKeys("samsteg");
        driver.findElement(By.cssSelector("button[type=submit]")).click();
        wait.until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector("input[type=password]")));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.get("http://localhost:" + port + page);
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "Resultat"));
    }

    private void nothingIsWrong() {
        assertThat((List<?>) browser.evaluates("window.faults")).isEmpty();
        assertThat(browser.refused()).isEmpty();
    }

    private void everyChartIsDrawnFromItsTable() {
        assertThat((List<?>) browser.evaluates("""
                [...document.querySelectorAll('canvas')].filter(canvas => {
                  const drawn = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(x => x);
                  return !drawn || !document.querySelector(`table#${canvas.dataset.table} tbody tr`);
                }).map(canvas => canvas.dataset.table)""")).isEmpty();
    }

    private void nothingIsScrolledSideways() {
        assertThat(browser.evaluates("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        assertThat((List<?>) browser.evaluates("""
                [...document.querySelectorAll('h1, h2, p, select, input, canvas')].filter(
                  one => one.getBoundingClientRect().right > document.documentElement.clientWidth).map(one => one.outerHTML)""")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void theLeadComparesTwoYearsBySexOnAScreenAndOnATelephone(int width) {
        opens("projektledare1", PAGE + "&compare=2010&by=sex&from=&to=&frozen=", width);

        nothingIsWrong();
        everyChartIsDrawnFromItsTable();
        nothingIsScrolledSideways();
        assertThat(browser.finds("canvas")).isGreaterThan(20);
        assertThat(browser.texts("#goals thead th[scope=colgroup]")).containsExactly("2011", "2010");
        assertThat(browser.texts(".matrix caption"))
                .contains(
                        "Från steg till steg, 2011",
                        "Från steg till steg, 2010",
                        "Sysselsättning, före och efter, 2011");
        browser.takesPicture("resultat-projektledare-" + width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"styrgrupp1", "sthlm.chef1"})
    void readersOfPublishedTablesSeeChartsOfThem(String user) {
        opens(user, user.equals("styrgrupp1") ? PAGE : "/camunda/api/samsteg/results.html", 390);

        nothingIsWrong();
        everyChartIsDrawnFromItsTable();
        nothingIsScrolledSideways();
        assertThat(browser.finds("input[type=date], select[name=group], select[name=frozen]"))
                .isZero();
        assertThat(browser.texts("main")).singleElement().asString().contains("Antal 1–4 visas inte.");
        browser.takesPicture("resultat-" + user);
    }

    @Test
    void theKeyboardGoesFromTheChoicesToTheFilesAndTheTables() {
        opens("styrgrupp1", PAGE, 1366);
        List<String> order = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            driver.switchTo().activeElement().sendKeys(Keys.TAB);
            order.add(String.valueOf(
                    browser.evaluates("document.activeElement.name || document.activeElement.textContent.trim()")));
        }

        assertThat(order)
                .startsWith(
                        "Till startsidan",
                        "programme",
                        "period",
                        "compare",
                        "sex",
                        "age",
                        "authority",
                        "unit",
                        "by",
                        "Visa",
                        "Rensa val",
                        "CSV",
                        "Excel",
                        "PDF",
                        "Innehåll");
    }

    @Test
    void aPeriodThatIsChosenTakesThePlaceOfDays() {
        opens(
                "projektledare1",
                "/camunda/api/samsteg/results.html?programme=samboradet&from=2011-01-15&to=2011-11-15",
                1366);
        assertThat(browser.evaluates("document.forms[0].elements.period.value")).isEqualTo("");

        driver.findElement(By.cssSelector("select[name=period] option[value='2011']"))
                .click();
        driver.findElement(By.cssSelector("button")).click();

        wait.until(ExpectedConditions.urlContains("period=2011"));
        assertThat(browser.texts(".states li")).first().asString().startsWith("2011:");
        nothingIsWrong();
    }

    @Test
    void withoutScriptsTheTablesAreThere() {
        opens("projektledare1", PAGE, 1366);
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        driver.navigate().refresh();

        driver.findElement(By.cssSelector("select[name=sex] option[value=woman]"))
                .click();
        driver.findElement(By.cssSelector("button")).click();

        wait.until(ExpectedConditions.urlContains("sex=woman"));
        assertThat(driver.findElement(By.cssSelector(".states")).getText()).contains("Bara Kön: Kvinna");
        assertThat(driver.findElement(By.cssSelector("#goals tbody tr:nth-child(2) td"))
                        .getText())
                .isEqualTo("7");
    }
}
