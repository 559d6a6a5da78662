package se.samsteg.desk;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A member of staff at a real Chromium, who finds things by what stands on the screen. */
public final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures");

    /** A sign below the list of tasks that leads to another page of it. */
    private static final Function<String, By> PAGE =
            sign -> By.xpath("//li[not(contains(@class, 'disabled'))]/a[normalize-space(.)='%s']".formatted(sign));

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

    public static boolean isInstalled() {
        return Files.isExecutable(chromium()) && Files.isExecutable(driver());
    }

    /** Leaves a test out and says so loudly where there is no Chromium; where {@code CI} is set it fails. */
    public static void mustBeThere() {
        if (!isInstalled()) {
            String message =
                    "CHROMIUM IS MISSING: install Debian's chromium and chromium-driver, or set CHROMIUM and CHROMEDRIVER";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            System.err.println(message);
            abort(message);
        }
    }

    public static Browser open() {
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

    /** For what a member of staff cannot do: another time zone, a form that no process has. */
    ChromeDriver webDriver() {
        return driver;
    }

    public void logIn(String tasklist, String user) {
        driver.get(tasklist);
        seen(By.cssSelector("input[type=password]"));
        driver.findElement(By.cssSelector("input[type=text]")).sendKeys(user);
        driver.findElement(By.cssSelector("input[type=password]")).sendKeys("samsteg" + Keys.ENTER);
        reads("Mina uppgifter");
    }

    /** Opens an address. */
    public void opens(String address) {
        driver.get(address);
    }

    /** How many elements of the page a CSS selector finds. */
    public int finds(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Waits until the page has asked for nothing for a while. */
    void settles() {
        wait.until(page -> {
            Object last = evaluates(
                    "performance.now() - Math.max(1000, ...performance.getEntriesByType('resource').map(r => r.responseEnd))");
            return ((Number) last).doubleValue() > 700;
        });
    }

    /** What the page has asked for and was refused, or failed. */
    List<String> refused() {
        return ((List<?>) evaluates("performance.getEntriesByType('resource').filter(r => r.responseStatus >= 400)"
                        + ".map(r => r.responseStatus + ' ' + r.name.replace(/^https?:\\/\\/[^/]+/, ''))"))
                .stream().map(Object::toString).toList();
    }

    /** The texts that can be read in the elements that a CSS selector finds; all at once, since a page may be drawn anew. */
    List<String> texts(String selector) {
        List<?> texts = (List<?>) driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility({visibilityProperty: true}))"
                        + ".map(e => e.innerText.trim())",
                selector);
        return texts.stream().map(Object::toString).toList();
    }

    void clicksTab(String text) {
        click(By.xpath("//*[contains(@class, 'nav-tabs')]//a[normalize-space(.)='%s']".formatted(text)));
    }

    void reloads() {
        driver.navigate().refresh();
    }

    void goesBack() {
        driver.navigate().back();
    }

    /** As if the server had forgotten who this is. */
    void losesTheSession() {
        driver.manage().deleteCookieNamed("JSESSIONID");
    }

    /** All that the browser keeps of the application besides cookies, as text. */
    String keeps() {
        return String.valueOf(driver.executeAsyncScript("""
                const done = arguments[0];
                (async () => JSON.stringify({
                  local: {...localStorage},
                  session: {...sessionStorage},
                  databases: (await indexedDB.databases()).map(({ name }) => name),
                  caches: 'caches' in window ? await caches.keys() : []
                }))().then(done, error => done(String(error)));"""));
    }

    /** With the mouse where the element is, and with Enter, as if it had the keyboard, whether or not it takes notice. */
    void presses(String selector) {
        WebElement element = wait.until(page -> page.findElement(By.cssSelector(selector)));
        new Actions(driver).moveToElement(element).click().perform();
        driver.executeScript(
                "arguments[0].dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));"
                        + "arguments[0].click()",
                element);
    }

    /** Clicks on the page behind a window that lies on it. */
    void clicksBesideTheWindow() {
        reads("Starta process");
        driver.executeScript("document.querySelector('.modal').click()");
        wait.until(page -> finds(".modal") == 0);
    }

    /** Runs a script in each page that is opened from now on, before the page's own. */
    void runsBeforeEachPage(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** What a script says. */
    public Object evaluates(String script) {
        return driver.executeScript("return " + script);
    }

    /** Waits until a text can be read on the screen. */
    public void reads(String text) {
        seen(withText(text));
    }

    /** Waits until a field with that label holds a text. */
    void reads(String label, String text) {
        reads(label, 0, text);
    }

    /** Waits until the n-th field with that label, counted from nought, holds a text. */
    void reads(String label, int n, String text) {
        // A form that gives way to another is drawn anew in between.
        wait.ignoring(StaleElementReferenceException.class)
                .until(page -> String.valueOf(labelled(label, n).getDomProperty("value"))
                        .contains(text));
    }

    void clicks(String text) {
        click(withText(text));
    }

    /** Opens the start form of a process. The list of processes is drawn anew while it loads, and a click may be lost. */
    void begins(String process) {
        clicks("Starta process");
        By choice = By.xpath("//*[contains(@class, 'modal')]//a[normalize-space(.)='%s']".formatted(process));
        wait.ignoring(WebDriverException.class).until(page -> {
            if (finds(".modal .fjs-container") > 0) {
                return true;
            }
            driver.findElement(choice).click();
            return false;
        });
    }

    void clicksButton(String text) {
        click(By.xpath("//button[normalize-space(.)='%s']".formatted(text)));
    }

    /** Clicks a task in the list that is shown, on whichever page of it. */
    void opensTask(String id) {
        By inTheList = By.cssSelector("a[href*='task=%s']".formatted(id));
        wait.ignoring(WebDriverException.class).until(page -> {
            if (!page.findElements(inTheList).isEmpty()) {
                return true;
            }
            // Round and round: a page that was looked at too early comes back.
            Stream.of("›", "«")
                    .flatMap(sign -> driver.findElements(PAGE.apply(sign)).stream())
                    .findFirst()
                    .ifPresent(WebElement::click);
            return false;
        });
        click(inTheList);
    }

    void waitsUntil(BooleanSupplier isSo) {
        wait.until(page -> isSo.getAsBoolean());
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
        WebElement field = labelled(label, 0);
        // Of a list that cannot be searched the field itself is hidden.
        boolean searched = field.isDisplayed();
        click(searched ? field : field.findElement(By.xpath("ancestor::*[contains(@class, 'fjs-input-group')]")));
        if (searched) {
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), option);
        }
        click(By.xpath("//*[contains(@class, 'fjs-dropdownlist-item')][contains(normalize-space(.), '%s')]"
                .formatted(option)));
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
        List<WebElement> found = wait.until(page -> {
            List<WebElement> all = page.findElements(labels);
            return all.size() > n ? all : null;
        });
        return driver.findElement(By.id(found.get(n).getDomAttribute("for")));
    }

    private static By withText(String text) {
        return By.xpath("//*[not(self::script)][text()[contains(normalize-space(.), '%s')]]".formatted(text));
    }

    private WebElement seen(By what) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Clicks the first that is seen and can be clicked; found anew each time, for a list may be drawn anew in between. */
    private void click(By what) {
        wait.ignoring(ElementClickInterceptedException.class)
                .ignoring(StaleElementReferenceException.class)
                .until(page -> {
                    WebElement element =
                            ExpectedConditions.elementToBeClickable(what).apply(page);
                    if (element == null) {
                        return false;
                    }
                    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
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
    public void takesPicture(String name) {
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
