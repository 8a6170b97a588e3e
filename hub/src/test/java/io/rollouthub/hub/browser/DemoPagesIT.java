package io.rollouthub.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.NeedsProgram;
import io.rollouthub.testkit.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Somebody looks at the demo: while the story is told, then at how it ended. In order. */
@NeedsProgram({Program.CHROMIUM, Program.CHROMEDRIVER})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoPagesIT {
    private static final int DAYS_A_SECOND = 120;
    private static final String DOZEN = "milestones/south/dozen-by-end-october";
    private static final String MILESTONES = "section[aria-labelledby=milestones] tbody";
    private static final String SOUTHERN = "article[aria-labelledby=cluster-south] ";
    private static final List<String> PAGES = List.of(
            "",
            "clusters/south",
            DOZEN,
            "milestones/south/go-live/winchester-eastleigh/millennium/R0",
            "alerts?state=all",
            "record",
            "alerts/south/MILESTONE_MISSED/dozen-by-end-october",
            "rejected",
            "system");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Demo demo;

    @SuppressWarnings("NullAway.Init")
    private Window window;

    @BeforeAll
    void start() {
        window = new Window(folder.resolve("profile")); // before the story, so as not to miss its end
        demo = Demo.start(folder, DAYS_A_SECOND);
        window.at(demo.console());
    }

    @AfterAll
    void stop() {
        window.close();
        demo.close();
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void figuresChangeOnTheOpenPageWhileTheStoryIsTold() {
        window.open("");
        window.run("window.opened = 'once'");
        window.await(() -> assertThat(window.text(SOUTHERN + ".figure dd")).isNotEmpty());
        assertThat(window.text(SOUTHERN + ".figure dd")).doesNotStartWith("2");
        String clock = window.text(".clock-time");
        window.await(() -> assertThat(window.text(SOUTHERN + ".figure dd")).startsWith("2"));
        assertThat(window.text(".clock-time")).isNotEqualTo(clock);
        assertThat(window.run("return window.opened")).isEqualTo("once");
    }

    @Test
    @Order(2)
    void atTheEndTheFirstPageSaysHowItStandsAndThatTheClockIsSimulated() {
        demo.awaitEnd();
        window.await(() -> assertThat(window.text(".clock")).contains("1 Jan 2007", "Simulated"));
        window.await(() -> assertThat(window.text(SOUTHERN + "header")).contains("critical", "warning"));
        assertThat(window.text(".newest")).contains("Three further trusts live by Christmas 2006");
        assertThat(window.find(SOUTHERN + "canvas").getDomAttribute("aria-label"))
                .startsWith("Burn-up. 2 sites live of 6 planned, and 1 that never was");
    }

    @Test
    @Order(3)
    void anAlertLeadsToItsEvidenceAndToItsMilestone() {
        window.open("");
        window.link("Alerts").click();
        window.await(() -> assertThat(window.text("main h1")).isEqualTo("Alerts"));
        window.find("a[href='/alerts/south/MILESTONE_MISSED/dozen-by-end-october']")
                .click();
        window.await(() -> assertThat(window.path()).isEqualTo("/alerts/south/MILESTONE_MISSED/dozen-by-end-october"));
        window.await(() -> assertThat(window.text(".reports")).contains("digitalhealth.net", "npfit-017"));
        assertThat(window.text(".story")).contains("What was promised", "Where it stands");

        window.find(".link-row a").click();
        window.await(() -> assertThat(window.path()).isEqualTo("/" + DOZEN));
        window.await(() -> assertThat(window.text(".title-row")).contains("Missed"));
        assertThat(window.find(".chart canvas").getDomAttribute("aria-label"))
                .contains("First promised for 31 Oct 2006");
        window.find(".story a.cause").click();
        window.await(
                () -> assertThat(window.find(".reports tr:target").getText()).contains("npfit-017"));
        window.back();
        window.back();
        window.await(() -> assertThat(window.text("#episodes")).isEqualTo("Episodes"));
    }

    @Test
    @Order(4)
    void theKeyboardAloneLeadsFromTheFirstPageToASortedTable() {
        window.open("");
        window.press(Keys.TAB);
        assertThat(window.focused().getText()).isEqualTo("Skip to the content");
        window.press(Keys.ENTER);
        window.tabTo("Southern");
        window.press(Keys.ENTER);
        window.await(() -> assertThat(window.text("main h1")).isEqualTo("Southern"));
        assertThat(window.focused().getDomAttribute("id")).isEqualTo("main");

        window.tabTo("Slip");
        window.press(Keys.ENTER);
        window.await(() ->
                assertThat(window.find("th[aria-sort=ascending]").getText()).startsWith("Slip"));
        assertThat(window.focused().getText()).startsWith("Slip");
        window.press(Keys.SPACE);
        window.await(() ->
                assertThat(window.find("th[aria-sort=descending]").getText()).startsWith("Slip"));
        assertThat(window.focused().getText()).startsWith("Slip");
        assertThat(window.all(MILESTONES + " tr").get(0).getText()).contains("Royal United Hospital Bath");
    }

    @Test
    @Order(5)
    void milestonesAreFoundByTypingAndTheAddressKeepsWhatWasAsked() {
        window.open("clusters/south");
        window.find("input[type=search]").click();
        window.press("weston");
        window.await(() -> assertThat(window.path()).isEqualTo("/clusters/south?q=weston"));
        window.await(
                () -> assertThat(window.text(MILESTONES)).contains("Weston").doesNotContain("Bath"));
        assertThat(window.focused().getDomProperty("value")).isEqualTo("weston");

        window.open("clusters/south?course=MISSED");
        window.await(() -> assertThat(window.all(MILESTONES)).isNotEmpty());
        assertThat(window.text(MILESTONES)).contains("Missed").doesNotContain("On track");
    }

    @Test
    @Order(6)
    void everyPageFitsANarrowWindowInLightAndDarkAndAsksNothingOfAnyOtherHost() {
        for (String scheme : List.of("light", "dark")) {
            window.scheme(scheme);
            window.size(360, 740);
            for (String page : PAGES) {
                window.open(page);
                assertThat(window.run("return document.documentElement.scrollWidth"))
                        .as(page)
                        .isEqualTo(360L);
                assertThat(window.run("return performance.getEntriesByType('resource')"
                                + ".filter(entry => new URL(entry.name).origin !== location.origin).length"))
                        .as(page)
                        .isEqualTo(0L);
            }
        }
        window.scheme("light");
        window.size(1440, 900);
    }

    @Test
    @Order(7)
    void anAddressThatIsNoneSaysSo() {
        window.open("nowhere");
        assertThat(window.text("main")).contains("There is no such page");
        window.link("Go to the programme").click();
        window.await(() -> assertThat(window.text("main h1")).contains("NHS National Programme"));
    }
}
