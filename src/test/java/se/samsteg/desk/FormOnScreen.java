package se.samsteg.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Any form, drawn where Tasklist shows one, and typed into key by key. */
final class FormOnScreen {

    private static final JsonMapper JSON = new JsonMapper();

    private final ChromeDriver driver;

    /** @param browser that shows a form, in whose place others are drawn */
    FormOnScreen(Browser browser) {
        driver = browser.webDriver();
        try (var script = Objects.requireNonNull(getClass().getResourceAsStream("/desk/form-on-screen.js"))) {
            driver.executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Required fields that one answer shows and another hides. */
    record Hideable(Map<String, Object> shown, Map<String, Object> hidden, List<String> keys) {}

    void draw(JsonNode form, Map<String, ?> data) {
        call("load(JSON.parse(arguments[0]), arguments[1])", form.toString(), data);
    }

    List<Hideable> hideable() {
        return JSON.convertValue(call("hideable()"), new TypeReference<>() {});
    }

    void answer(Map<String, Object> answers) {
        call("answer(arguments[0])", answers);
    }

    /** What the form would send, by key. */
    Map<String, Object> values() {
        return map(call("values()"));
    }

    /** What stands in the fields, by key. */
    Map<String, Object> texts() {
        return map(call("texts()"));
    }

    /** What is wrong, by key. */
    Map<String, Object> errors() {
        return map(call("errors()"));
    }

    /** The keys of the fields that are not hidden. */
    List<String> shown() {
        return ((List<?>) Objects.requireNonNull(call("shown()")))
                .stream().map(String::valueOf).toList();
    }

    boolean isThere(String key) {
        return call("field(arguments[0])", key) != null;
    }

    /** Whether a field can be seen, and is not only in the page. */
    boolean sees(String key) {
        return field(key).isDisplayed();
    }

    /** The room that the row of a field takes, in pixels. */
    long heightOf(String key) {
        return (long) Objects.requireNonNull(
                driver.executeScript("return arguments[0].closest('.fjs-layout-row').offsetHeight", field(key)));
    }

    /** Whether the button is grey. */
    boolean isBlocked() {
        return Boolean.TRUE.equals(call("blocked()"));
    }

    /** What stands beside the button. */
    String why() {
        return String.valueOf(call("why()"));
    }

    /** Replaces what stands in a field and goes on to the next. */
    void types(String key, String text) {
        field(key).sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.DELETE : text, Keys.TAB);
    }

    /** Puts a text into a field at once, as from the clipboard, and goes on to the next. */
    void pastes(String key, String text) {
        field(key).sendKeys(Keys.chord(Keys.CONTROL, "a"));
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
        driver.switchTo().activeElement().sendKeys(Keys.TAB);
    }

    void visits(String key) {
        field(key).sendKeys(Keys.TAB);
    }

    /** Clicks the n-th option of a field, counted from nought, or the field itself. */
    void clicks(String key, int n) {
        ((WebElement) Objects.requireNonNull(call("option(arguments[0], arguments[1])", key, n))).click();
    }

    void waitsFor(String key) {
        new WebDriverWait(driver, Duration.ofSeconds(10)).until(page -> isThere(key));
        call("settled()");
    }

    void leaves() {
        driver.executeScript("document.activeElement.blur()");
    }

    void focuses(String key) {
        driver.executeScript("arguments[0].focus()", field(key));
    }

    /** Types at the speed of a person, wherever the cursor is. */
    void typesByHand(CharSequence keys) {
        Actions hand = new Actions(driver);
        for (int n = 0; n < keys.length(); n++) {
            hand.sendKeys(String.valueOf(keys.charAt(n))).pause(120 + 20L * (n % 4));
        }
        hand.perform();
    }

    /** What the form would send at once after keys were typed into a field. */
    @Nullable
    Object valueAfter(String key, String keys) {
        field(key).sendKeys(keys);
        return values().get(key);
    }

    /** Goes by the Tab key until a field is reached. */
    void tabsTo(String key) {
        for (int n = 0; n < 6; n++) {
            driver.switchTo().activeElement().sendKeys(Keys.TAB);
            if (Boolean.TRUE.equals(call("isIn(arguments[0])", key))) {
                return;
            }
        }
        throw new AssertionError("no way by Tab to " + key);
    }

    private WebElement field(String key) {
        return (WebElement) Objects.requireNonNull(call("field(arguments[0])", key), "no field on the screen: " + key);
    }

    int finds(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    private Object call(String what, Object... arguments) {
        String script = "const done = arguments[arguments.length - 1];"
                + "formOnScreen.then(form => form." + what + ")"
                + ".then(done, problem => done('PROBLEM ' + problem.stack));";
        Object answer = driver.executeAsyncScript(script, arguments);
        if (answer instanceof String text && text.startsWith("PROBLEM ")) {
            throw new AssertionError(text);
        }
        return answer;
    }

    private static Map<String, Object> map(Object answer) {
        return JSON.convertValue(answer, new TypeReference<>() {});
    }
}
