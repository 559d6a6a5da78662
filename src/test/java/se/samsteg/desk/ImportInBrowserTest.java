package se.samsteg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsteg.SamstegTest;
import se.samsteg.journey.World;

/** The lead sends a file of earlier cases, in a real Chromium. */
@SamstegTest
class ImportInBrowserTest {

    private static final String HEADER = "case_number;programme;referred_on;sex\n";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private Browser browser;
    private ChromeDriver driver;
    private WebDriverWait wait;

    @BeforeEach
    void theLeadOpensThePage() {
        Browser.mustBeThere();
        world.begin(LocalDate.now());
        browser = Browser.open();
        driver = browser.webDriver();
        wait = new WebDriverWait(driver, Duration.ofSeconds(30));
        browser.logIn("http://localhost:" + port + "/camunda/app/tasklist/default/", "projektledare1");
        browser.opens("http://localhost:" + port + "/camunda/app/samsteg/import.html");
        wait.until(ExpectedConditions.presenceOfElementLocated(By.id("file")));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        jdbc.sql("delete from counted_case where case_file is null").update();
        jdbc.sql("delete from taken_number").update();
    }

    private void tries(String name, String content) throws IOException {
        driver.findElement(By.id("file"))
                .sendKeys(Files.writeString(folder.resolve(name), content).toString());
        click("Prova filen");
    }

    private void click(String button) {
        wait.until(ExpectedConditions.elementToBeClickable(By.xpath("//button[.='%s']".formatted(button))))
                .click();
    }

    private void reads(String text) {
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector("[role=status]"), text));
    }

    @Test
    void aWrongFileShowsItsErrorsAndARightOneIsImportedAfterItWasTried() throws Exception {
        tries("fel.csv", HEADER + "SB-2011-0001;samboradet;2011-02-30;woman\nSB-2011-0002;samboradet;2011-02-01;=1\n");
        reads("Fel i filen. Inget är sparat.");
        assertThat(driver.findElement(By.cssSelector("[role=status] table")).getText())
                .contains("2 referred_on ”2011-02-30” är inget datum.", "3 sex Cellen börjar som en formel.");
        assertThat(driver.findElement(By.xpath("//button[.='Importera']")).isEnabled())
                .isFalse();
        browser.takesPicture("import-fel");

        tries("rätt.csv", HEADER + "SB-2011-0001;samboradet;2011-02-01;woman\n");
        reads("Filen har inga fel. 1 rader: 1 nya");
        click("Importera");
        reads("Importen är klar.");
        assertThat(jdbc.sql("select sex from counted_case where case_number = 'SB-2011-0001'")
                        .query(String.class)
                        .single())
                .isEqualTo("woman");
    }
}
