package io.rollouthub.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A window of a browser with the console in it, and what a person does there. */
final class Window implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY_TABS = 80;

    private final ChromeDriver driver;
    private String console = "about:blank";

    /** @param folder for the browser's files */
    Window(Path folder) {
        driver = Chromium.start(folder);
    }

    /** @param address of the console that is looked at from now on, ending in a slash */
    Window at(String address) {
        console = address;
        return this;
    }

    /** Opens a page by its address and waits until it is there. */
    void open(String path) {
        driver.get(console + path);
        await(() -> assertThat(text("main h1")).isNotEmpty());
    }

    String path() {
        return Objects.requireNonNull(driver.getCurrentUrl()).substring(console.length() - 1);
    }

    void back() {
        driver.navigate().back();
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What can be read there. */
    String text(String css) {
        return find(css).getText();
    }

    WebElement link(String text) {
        return driver.findElement(By.partialLinkText(text));
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until something with this text has the focus. */
    WebElement tabTo(String text) {
        for (int i = 0; i < MANY_TABS; i++) {
            press(Keys.TAB);
            WebElement here = focused();
            if (here.getText().strip().startsWith(text)) {
                return here;
            }
        }
        throw new AssertionError("no way to '" + text + "' by keyboard");
    }

    Object run(String script) {
        return Objects.requireNonNullElse(driver.executeScript(script), "nothing");
    }

    /** Waits until something is so; what is drawn anew meanwhile is looked at again. */
    void await(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .untilAsserted(assertion);
    }

    /** Waits until each chart has grown or shrunk to the place it has. */
    void awaitCharts() {
        await(() -> assertThat(run("return [...document.querySelectorAll('canvas')]"
                        + ".every(canvas => Math.abs(canvas.clientWidth - canvas.parentNode.clientWidth) < 2)"))
                .isEqualTo(true));
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** @param scheme light or dark */
    void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What the browser has to complain of since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** A picture of the page from its top, not higher than it is. */
    void picture(Path file, int width, int height) {
        long whole = (Long) run("return document.documentElement.scrollHeight");
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", width, "height", Math.min(whole, height), "scale", 1);
        Map<String, Object> answer = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        try {
            Files.write(file, Base64.getDecoder().decode((String) answer.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
