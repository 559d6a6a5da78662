package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

/** Where users come after log-in, in a real Chromium. */
@SamstegTest
class LandingTest {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    private Browser browser;
    private ChromeDriver driver;
    private WebDriverWait wait;

    @BeforeEach
    void aBrowser() {
        Browser.mustBeThere();
        world.begin(LocalDate.now());
        browser = Browser.open();
        driver = browser.webDriver();
        wait = new WebDriverWait(driver, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void logIn(String user) {
        driver.get("http://localhost:" + port + "/camunda/app/welcome/default/");
        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector("input[type=text]")))
                .sendKeys(user);
        driver.findElement(By.cssSelector("input[type=password]")).sendKeys("samsteg");
        driver.findElement(By.cssSelector("button[type=submit]")).click();
    }

    @ParameterizedTest
    @ValueSource(strings = {"styrgrupp1", "sthlm.chef1"})
    void whoReadsResultsAloneLandsOnThemAndFindsTheWayBack(String user) {
        logIn(user);

        wait.until(ExpectedConditions.urlContains("/camunda/api/samsteg/results.html"));
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "Resultat"));
        driver.findElement(By.linkText("Till startsidan")).click();
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), "Delar av Samsteg"));
        assertThat(driver.executeScript("return sessionStorage.getItem('samsteg-led')"))
                .isEqualTo("yes");
        assertThat(driver.getCurrentUrl()).contains("/camunda/app/welcome/");
    }

    @Test
    void aCoachStaysOnTheStartPage() {
        logIn("coach1");

        wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("a[href*='/tasklist/']")));
        assertThat(driver.getCurrentUrl()).contains("/camunda/app/welcome/");
    }
}
