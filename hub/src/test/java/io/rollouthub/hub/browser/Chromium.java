package io.rollouthub.hub.browser;

import io.rollouthub.testkit.Program;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** How this machine's Chromium is started for a test. */
final class Chromium {
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private Chromium() {}

    /**
     * Starts it, without a window and without anything that would call home.
     *
     * @param profile a folder of its own
     */
    static ChromeDriver start(Path profile) {
        SELENIUM.setLevel(Level.SEVERE); // it regrets that it has no tools for the newest version
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Program.CHROMIUM.need().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox", // as root it has none
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1440,900",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Program.CHROMEDRIVER.need().toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }
}
