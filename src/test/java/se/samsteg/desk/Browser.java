package se.samsteg.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A member of staff at a real Chromium, who finds things by what stands on the screen. */
final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures");

    private final ChromeDriver driver;
    private final WebDriverWait wait;
    private int pictures;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        this.wait = new WebDriverWait(driver, Duration.ofSeconds(30));
    }

    static Path chromium() {
        return Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    }

    private static Path driver() {
        return Path.of(System.getenv().getOrDefault("CHROMEDRIVER", "/usr/bin/chromedriver"));
    }

    static boolean isInstalled() {
        return Files.isExecutable(chromium()) && Files.isExecutable(driver());
    }

    static Browser open() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=sv-SE",
                "--window-size=1500,1000");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    void logIn(String tasklist, String user) {
        driver.get(tasklist);
        seen(By.cssSelector("input[type=password]"));
        driver.findElement(By.cssSelector("input[type=text]")).sendKeys(user);
        driver.findElement(By.cssSelector("input[type=password]")).sendKeys("samsteg" + Keys.ENTER);
        reads("Mina uppgifter");
    }

    /** Waits until a text can be read on the screen. */
    void reads(String text) {
        seen(withText(text));
    }

    /** Waits until a field with that label holds a text. */
    void reads(String label, String text) {
        reads(label, 0, text);
    }

    /** Waits until the n-th field with that label, counted from nought, holds a text. */
    void reads(String label, int n, String text) {
        wait.until(page ->
                String.valueOf(labelled(label, n).getDomProperty("value")).contains(text));
    }

    void clicks(String text) {
        click(wait.until(ExpectedConditions.elementToBeClickable(withText(text))));
    }

    void clicksButton(String text) {
        click(wait.until(ExpectedConditions.elementToBeClickable(
                By.xpath("//button[normalize-space(.)='%s']".formatted(text)))));
    }

    void types(String label, String text) {
        WebElement field = labelled(label, 0);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    void ticks(String label) {
        ticks(label, 0);
    }

    /** Ticks the n-th field with that label, counted from nought. */
    void ticks(String label, int n) {
        click(labelled(label, n));
    }

    /** Chooses from a list that opens when it is clicked. */
    void chooses(String label, String option) {
        click(labelled(label, 0));
        click(seen(By.xpath("//*[contains(@class, 'fjs-dropdownlist-item')][contains(normalize-space(.), '%s')]"
                .formatted(option))));
    }

    /** What a field suggests, as value and name. */
    List<String> suggestions(String label) {
        return wait.until(page -> {
            List<String> shown =
                    labelled(label, 0).findElements(By.xpath("following-sibling::datalist/option")).stream()
                            .map(option -> option.getDomAttribute("value") + " " + option.getDomAttribute("label"))
                            .toList();
            return shown.isEmpty() ? null : shown;
        });
    }

    private WebElement labelled(String label, int n) {
        By labels = By.xpath("//label[contains(normalize-space(.), '%s')][@for]".formatted(label));
        wait.until(page -> page.findElements(labels).size() > n);
        List<WebElement> found = driver.findElements(labels);
        return driver.findElement(By.id(found.get(n).getDomAttribute("for")));
    }

    private static By withText(String text) {
        return By.xpath("//*[not(self::script)][text()[contains(normalize-space(.), '%s')]]".formatted(text));
    }

    private WebElement seen(By what) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Clicks as soon as nothing else lies on it: a form that was just loaded still moves. */
    private void click(WebElement element) {
        wait.ignoring(ElementClickInterceptedException.class).until(page -> {
            ((JavascriptExecutor) driver).executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
        });
    }

    /** Takes a picture of the screen into a folder that git ignores. */
    void takesPicture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(
                    PICTURES.resolve("%02d-%s.png".formatted(++pictures, name)),
                    driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
