package io.rollouthub.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.HubFile;
import io.rollouthub.hub.live.HubProcess;
import io.rollouthub.hub.live.UpFolder;
import io.rollouthub.producer.ClientSettings;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.SupplierClient;
import io.rollouthub.producer.Verdict;
import io.rollouthub.testkit.NeedsProgram;
import io.rollouthub.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody watches a hub on the clock on the wall while a supplier publishes, until it stops and comes back. In order. */
@NeedsProgram({Program.CHROMIUM, Program.CHROMEDRIVER})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LivePagesIT {
    private static final String SCRIPT = "<script>window.hacked = true</script>";
    private static final String MILESTONES = "section[aria-labelledby=milestones] tbody";
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");
    private static final LocalDate PAST = LocalDate.of(2026, 1, 31);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path programme;

    @SuppressWarnings("NullAway.Init")
    private HubProcess up;

    @SuppressWarnings("NullAway.Init")
    private SupplierClient acme;

    @SuppressWarnings("NullAway.Init")
    private Window window;

    @BeforeAll
    void start() throws IOException {
        programme = Files.writeString(folder.resolve("programme.yaml"), """
                programme: live
                name: Live
                zone: Europe/London
                clusters: { east: East, west: West }
                suppliers:
                  acme: { name: Acme, clusters: [east] }
                """);
        up = up();
        HubFile hub = Objects.requireNonNull(HubFile.ofRunningHub(UpFolder.data(folder)));
        acme = SupplierClient.connect(ClientSettings.of(hub.bootstrapServers(), hub.registryUrl(), "acme"));
        window = new Window(folder.resolve("profile")).at(Demo.consoleOf(up));
    }

    private HubProcess up() {
        HubProcess process = HubProcess.start(folder, Map.of(), UpFolder.args(folder, programme));
        process.awaitOutput("is up");
        process.awaitOutput("Console: ");
        return process;
    }

    @AfterAll
    void stop() {
        window.close();
        acme.close();
        up.close();
    }

    private Verdict publish(Report report) throws Exception {
        return acme.publish(report).get(60, TimeUnit.SECONDS);
    }

    @Test
    @Order(1)
    void aSiteNamedAsMarkupIsShownAsTextAsSoonAsItIsReported() throws Exception {
        window.open("clusters/east");
        publish(Reports.on("east").goLive("a", "p", "r").named(SCRIPT).planned("a-1", REPORTED, PAST));
        long accepted = System.nanoTime();
        window.await(() -> assertThat(window.text(MILESTONES)).contains(SCRIPT, "Missed"));
        System.out.println("On the screen "
                + Duration.ofNanos(System.nanoTime() - accepted).toMillis() + " ms after the supplier had the verdict");

        window.link(SCRIPT).click();
        window.await(() -> assertThat(window.text("main h1")).isEqualTo(SCRIPT));
        window.await(() -> assertThat(window.text(".story")).contains("What was promised"));
        assertThat(window.run("return window.hacked")).isEqualTo("nothing");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void focusScrollAndWhatIsTypedStayWhenAReportChangesThePage() throws Exception {
        window.open("clusters/east");
        window.find("input[type=search]").click();
        window.press("go-live");
        window.await(() -> assertThat(window.path()).contains("q=go-live"));
        window.run("document.querySelector('input[type=search]').setSelectionRange(1, 1); scrollTo(0, 120)");
        publish(Reports.on("east")
                .goLive("b", "p", "r")
                .named("Second site")
                .planned("b-1", REPORTED, PAST.plusYears(9)));
        window.await(() -> assertThat(window.text(MILESTONES)).contains("Second site"));
        assertThat(window.focused().getDomAttribute("type")).isEqualTo("search");
        assertThat(window.focused().getDomProperty("value")).isEqualTo("go-live");
        assertThat(window.run("return document.activeElement.selectionStart")).isEqualTo(1L);
        assertThat(window.run("return Math.round(scrollY)")).isEqualTo(120L);

        publish(Reports.on("east").goLive("b", "p", "r").named("Second site").live("b-2", REPORTED, PAST));
        window.await(() -> assertThat(window.text(".figures .figure dd")).startsWith("1"));
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    @Order(3)
    void theClockSaysThatTheHubRunsAndHowFreshItIs() {
        window.open("");
        window.await(() -> assertThat(window.text(".clock")).contains("Running", "ago"));
        window.await(() -> assertThat(window.text(".newest")).contains("Milestone missed"));
        window.open("system");
        window.await(() -> assertThat(window.text("main")).contains("Well", "gate", "ledger"));
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    @Order(4)
    void aConsoleThatIsGoneIsSaidPlainlyAndItIsConnectedToAgainWhenItIsBack() {
        window.open("clusters/east");
        String address = Demo.consoleOf(up);
        up.stop();
        window.await(() -> assertThat(window.text("#notice")).contains("Connection to the console lost"));
        assertThat(window.text(MILESTONES)).contains("Second site"); // what was known last

        up = up();
        assertThat(Demo.consoleOf(up)).isEqualTo(address);
        window.await(() -> assertThat(window.text("#notice")).isEmpty());
        window.await(() -> assertThat(window.text(".clock")).contains("Running"));
    }
}
