package se.samsteg.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Any form, drawn where Tasklist shows one, and typed into key by key. */
final class FormOnScreen {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int LONGEST_TYPED = 14;

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

    /** A field that can be seen, with what can be chosen. */
    record Asked(String type, List<Option> options) {

        /** What is typed shows no field and hides none, but a date may have a box of its own. */
        boolean mayShowOthers() {
            return !type.startsWith("text") && !type.equals("number");
        }
    }

    record Option(String value, String label) {}

    /** The fields that are not hidden and can be answered, by key, in the order of the form. */
    Map<String, Asked> asked() {
        return JSON.convertValue(call("asked()"), new TypeReference<LinkedHashMap<String, Asked>>() {});
    }

    /** Answers a field by keys and clicks. */
    void fills(String key, Asked field, Object answer) {
        switch (field.type()) {
            case "checkbox" -> {
                if (field(key).isSelected() != (Boolean) answer) {
                    clicks(key, 0);
                }
            }
            case "radio" -> choosesButton(key, place(field, answer));
            case "checklist" -> {
                List<String> wanted =
                        ((List<?>) answer).stream().map(String::valueOf).toList();
                for (int n = 0; n < field.options().size(); n++) {
                    WebElement box = option(key, n);
                    if (box.isSelected()
                            != wanted.contains(field.options().get(n).value())) {
                        clicks(key, n);
                    }
                }
            }
            case "select" -> chooses(key, field.options().get(place(field, answer)));
            default -> {
                // Long texts come from the clipboard; that every key stays is another test's matter.
                if (answer.toString().length() > LONGEST_TYPED) {
                    pastes(key, answer.toString());
                } else {
                    types(key, answer.toString());
                }
            }
        }
    }

    private static int place(Asked field, Object answer) {
        List<String> values = field.options().stream().map(Option::value).toList();
        int place = values.indexOf(answer.toString());
        if (place < 0) {
            throw new AssertionError(answer + " is not among " + values);
        }
        return place;
    }

    private void choosesButton(String key, int n) {
        until(() -> {
            option(key, n).click();
            return option(key, n).isSelected();
        });
    }

    /**
     * Clicks a list that cannot be searched.
     *
     * @return whether it is open then
     */
    boolean clicksList(String key) {
        WebElement group = field(key).findElement(By.xpath("ancestor::*[contains(@class, 'fjs-input-group')]"));
        group.click();
        call("settled()");
        return !group.findElements(By.xpath("following-sibling::*//*[contains(@class, 'fjs-dropdownlist-item')]"))
                .isEmpty();
    }

    /** Opens the list, if it is not open since it was reached by the Tab key, and clicks. */
    private void chooses(String key, Option option) {
        By choice = By.xpath(
                ".//*[contains(@class, 'fjs-dropdownlist-item')][normalize-space(.)=\"%s\"]".formatted(option.label()));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", field(key));
        until(() -> {
            WebElement field = field(key);
            WebElement whole = field.findElement(By.xpath("ancestor::*[contains(@class, 'fjs-form-field')][1]"));
            // Of a list that cannot be searched the field itself is hidden.
            boolean searched = field.getTagName().equals("input") && field.isDisplayed();
            if (whole.findElements(choice).isEmpty()) {
                (searched ? field : whole.findElement(By.className("fjs-input-group"))).click();
                if (searched) {
                    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), option.label());
                }
                // Another click would close it.
                new WebDriverWait(driver, Duration.ofSeconds(2))
                        .until(page -> !whole.findElements(choice).isEmpty());
            }
            WebElement chosen = whole.findElement(choice);
            // A long list scrolls slowly, and the option would go from under the mouse.
            driver.executeScript("arguments[0].scrollIntoView({block: 'nearest', behavior: 'instant'})", chosen);
            chosen.click();
            return option.value().equals(values().get(key));
        });
    }

    /** Until it has come about: what appears above a field moves it from under the mouse. */
    private void until(BooleanSupplier done) {
        new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(100))
                .ignoring(WebDriverException.class)
                .until(page -> done.getAsBoolean());
    }

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
        until(() -> {
            option(key, n).click();
            return true;
        });
    }

    private WebElement option(String key, int n) {
        return (WebElement) Objects.requireNonNull(call("option(arguments[0], arguments[1])", key, n));
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
