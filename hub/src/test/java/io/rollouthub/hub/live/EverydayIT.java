package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.check.Reason;
import io.rollouthub.check.RecordSize;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.producer.ClientSettings;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.SupplierClient;
import io.rollouthub.producer.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A day with a hub on this machine: a supplier publishes, somebody watches, an operator keeps the journal. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EverydayIT {
    private static final LocalDate PAST = LocalDate.of(2026, 1, 31);
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROMISE = """
            {"type": "MilestoneEvent", "eventId": "p-1", "reportedAt": "2026-01-01T09:00:00Z", "supplier": "acme", \
            "cluster": "east", "milestone": "pledge", "title": "One site in January", "status": "COMMITTED", \
            "date": "2026-01-31", "target": {"type": "GoLiveCount", "count": 1}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path programme;

    @SuppressWarnings("NullAway.Init")
    private HubProcess up;

    @SuppressWarnings("NullAway.Init")
    private Hub hub;

    private final List<HubProcess> watches = new ArrayList<>();

    /** What the hub had told when it was exported. */
    private List<String> transitions = List.of();

    @BeforeAll
    void start() {
        programme = LiveProgramme.write(folder, "Europe/London");
        up = HubProcess.start(folder, Map.of(), UpFolder.args(folder, programme));
        up.awaitOutput("is up");
        hub = UpFolder.hub(folder);
    }

    @AfterAll
    void stop() {
        watches.forEach(HubProcess::close);
        hub.close();
        up.close();
    }

    @Test
    @Order(1)
    void whatIsPublishedIsJudgedAndWhoeverWatchesSeesTheAlert() throws IOException {
        HubProcess alerts = watch("alerts");
        alerts.awaitOutput("No alerts are open.");
        HubProcess milestones = watch("milestones", "--json", "--cluster", "east");

        Path file = Files.writeString(
                folder.resolve("events.jsonl"), PROMISE + "no event\n" + PROMISE.replace("\"east\"", "\"nowhere\""));
        Cli publish = publish(file.toString());
        assertThat(publish.out())
                .contains(file + ":3: event p-1 refused, not sent: UNKNOWN_CLUSTER: ")
                .endsWith("1 accepted, 1 refused, 1 bad line" + System.lineSeparator());
        assertThat(publish.err()).contains(file + ":2: not JSON");
        assertThat(publish.exitCode()).isEqualTo(1);

        alerts.awaitOutput("east    MILESTONE_MISSED: One site in January: due 2026-01-31, 0 of 1 live, 1 short");
        milestones.awaitOutput("\"status\":\"MISSED\"");
        JsonNode milestone = JSON.readTree(milestones.out().lines().findFirst().orElseThrow());
        assertThat(milestone.path("milestone").asText()).isEqualTo("pledge");
        assertThat(milestone.path("due").asText()).isEqualTo("2026-01-31");
    }

    @Test
    @Order(2)
    void theSameAgainDoesNoHarmAndTheSameIdForSomethingElseIsRefusedByTheLedger() throws IOException {
        assertThat(publish(Files.writeString(folder.resolve("again.jsonl"), PROMISE)
                                .toString())
                        .out())
                .startsWith("1 accepted, 0 refused");
        Cli other = publish(
                Files.writeString(folder.resolve("other.jsonl"), PROMISE.replace("One site in", "Another title for"))
                        .toString());
        assertThat(other.out()).contains(":1: event p-1 refused: DUPLICATE_ID: ", "0 accepted, 1 refused");
    }

    @Test
    @Order(2)
    void aReportThatCorrectsOneThatIsNotThereIsAcceptedWithAWarning() throws IOException {
        Path file = Files.writeString(
                folder.resolve("corrections.jsonl"), correction("p-2", "p-1") + correction("p-3", "p-0"));
        Cli publish = publish(file.toString());

        assertThat(publish.out()).startsWith("2 accepted, 0 refused");
        assertThat(publish.err().lines().filter(line -> line.contains("warning")))
                .singleElement()
                .asString()
                .startsWith(
                        "rollout: " + file + ":2: event p-3 accepted, with a warning: its 'replaces' names no report");
        assertThat(publish.exitCode()).isZero();
        Awaitility.await("the ledger has it").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        cli("status", "--wide").out().lines())
                .containsSequence("Corrections of what was never reported", "report    on           corrects")
                .contains("acme/p-3  east/pledge  p-0"));
    }

    private static String correction(String eventId, String replaces) {
        return PROMISE.replace("\"p-1\"", "\"" + eventId + "\", \"replaces\": \"" + replaces + "\"");
    }

    @Test
    @Order(3)
    void aClientHearsEveryVerdictOfAThousandEvents() throws Exception {
        ClientSettings settings = ClientSettings.of(
                hub.connection().bootstrapServers(), hub.connection().registry().address(), "bolt");
        List<CompletableFuture<Verdict>> verdicts = new ArrayList<>();
        try (SupplierClient client = SupplierClient.connect(settings)) {
            for (int n = 0; n < 1_000; n++) {
                verdicts.add(client.publish(
                        Reports.on("mid").goLive("site-" + n, "p", "r").live("b-" + n, REPORTED, PAST)));
            }
            Verdict unknown = client.publish(
                            Reports.on("nowhere").goLive("s", "p", "r").live("b-x", REPORTED, PAST))
                    .get(30, TimeUnit.SECONDS);
            assertThat(unknown).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                assertThat(refused.refusal().reason()).isEqualTo(Reason.UNKNOWN_CLUSTER);
                assertThat(refused.sent()).isFalse();
            });
        }
        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(verdict.getNow(null)).isInstanceOf(Verdict.Accepted.class));
        hub.await(
                "the go-lives",
                model -> model.clusters().containsKey("mid")
                        && model.clusters().get("mid").getLive() == 1_000);
    }

    @Test
    @Order(3)
    void whatWasRefusedIsListedShownAndSentAgain() throws Exception {
        try (TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
            acme.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get(60, TimeUnit.SECONDS);
            acme.sendRaw("east", new byte[RecordSize.MOST_VALUE + 1]).get(60, TimeUnit.SECONDS);
            acme.deliver(Reports.on("nowhere").goLive("s", "p", "r").live("wrong", REPORTED, PAST));
        }
        hub.await("refusals", model -> model.rejected().size() == 4);
        Cli list = cli("rejected", "list", "--supplier", "acme");
        assertThat(list.out()).contains("DUPLICATE_ID", "UNDECODABLE", "UNKNOWN_CLUSTER");
        String place = placeOf("UNKNOWN_CLUSTER", list);
        assertThat(cli("rejected", "show", "acme", place).out())
                .contains("\"eventId\":\"wrong\"", "key          nowhere");
        assertThat(cli("rejected", "show", "acme", placeOf("UNDECODABLE", list)).out())
                .contains("67 61 72 62 61 67 65", " garbage");
        String large = placeOf("TOO_LARGE", list);
        assertThat(cli("rejected", "show", "acme", large).out())
                .contains("the value takes 262145 bytes", "kept         the first 1024 bytes");
        assertThat(cli("rejected", "redrive", "acme", large).err()).contains("the beginning alone was kept");

        Cli still = cli("rejected", "redrive", "acme", place);
        assertThat(still.out()).startsWith("refused again: UNKNOWN_CLUSTER: ");
        assertThat(still.exitCode()).isEqualTo(1);
        assertThat(cli("rejected", "redrive", "acme", place).err()).contains("--again");

        Path corrected = Files.writeString(folder.resolve("corrected.jsonl"), """
                {"type": "GoLiveEvent", "eventId": "wrong", "reportedAt": "2026-01-01T09:00:00Z", "supplier": "acme", \
                "cluster": "west", "site": "s", "product": "p", "release": "r", "status": "LIVE", "date": "2026-01-31"}
                """);
        Cli right = cli("rejected", "redrive", "acme", place, "--again", "--event", corrected.toString());
        assertThat(right.out()).as(right.err()).startsWith("accepted");
        hub.await("it", model -> model.clusters().containsKey("west"));
        assertThat(cli("rejected", "redrive", "acme", "0:999999").err()).contains("There is no refused record of acme");
    }

    private static String placeOf(String reason, Cli list) {
        String line = list.out()
                .lines()
                .filter(one -> one.contains(reason))
                .findFirst()
                .orElseThrow();
        return line.split(" +", -1)[1];
    }

    @Test
    @Order(4)
    void aResetIsRefusedWhileTheHubRunsAndChangesNoResult() throws Exception {
        assertThat(cli("reset", "--yes").err()).contains("The hub runs. Stop it first");
        JsonNode before = cli("status", "--format", "json").json();
        hub.close();
        up.stop();
        Cli reset = cli("reset", "--yes");
        assertThat(reset.exitCode()).as(reset.err()).isZero();
        assertThat(reset.out()).contains("delete topic rollout.alerts", "delete topic rollout-ledger-", "Done.");
        assertThat(cli("status", "--format", "json").json().path("transitions")).isEmpty();

        up = HubProcess.start(folder, Map.of(), UpFolder.args(folder, programme));
        up.awaitOutput("is up");
        hub = UpFolder.hub(folder);
        Awaitility.await("everything anew").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode after = cli("status", "--format", "json").json();
            for (String part : List.of("transitions", "milestones", "openAlerts", "rates", "rejected", "duplicates")) {
                assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
            }
        });
    }

    @Tag("full")
    @Test
    @Order(5)
    void theJournalComesOutAndGoesInExactlyAndItsReplayTellsTheSame() throws IOException {
        Path exported = folder.resolve("journal.jsonl");
        JsonNode before = cli("status", "--format", "json").json();
        transitions = transitions(before);
        hub.close();
        up.stop();
        assertThat(cli("journal", "export", exported.toString()).exitCode()).isZero();

        Path other = folder.resolve("other");
        Cli imported = Cli.run("journal", "import", "--data", other.toString(), exported.toString());
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        Cli again = Cli.run("journal", "export", "--data", other.toString());
        assertThat(again.out().lines().toList()).isEqualTo(Files.readAllLines(exported));

        Cli twice = Cli.run("journal", "import", "--data", other.toString(), exported.toString());
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.err()).contains("The hub is not empty");

        Cli replay = Cli.run(
                "replay",
                "--programme",
                programme.toString(),
                exported.toString(),
                "--format",
                "json",
                "--until",
                LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.json().path("transitions")).isEqualTo(before.path("transitions"));
        assertThat(replay.json().path("rates")).isEqualTo(before.path("rates"));
    }

    @Tag("full")
    @Test
    @Order(6)
    void anImportedHubStartsAndComesToTheSameResults() throws IOException {
        Path other = folder.resolve("other");
        HubProcess second = HubProcess.start(folder, Map.of(), "up", "--data", other.toString());
        try (second) {
            second.awaitOutput("is up");
            Awaitility.await("the same transitions")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> transitions(Cli.run("status", "--data", other.toString(), "--format", "json")
                                    .json())
                            .equals(transitions));
        }
    }

    @Test
    @Order(7)
    void withoutAHubItIsToldHowToStartOne() {
        Cli run = Cli.run("publish", "--data", folder.resolve("none").toString(), "--supplier", "acme", "-");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No hub runs on the data in", "rollout up --data");
        assertThat(Cli.run("watch", "nothing").exitCode()).isEqualTo(2);
    }

    private static List<String> transitions(JsonNode status) {
        return StreamSupport.stream(status.path("transitions").spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.toList());
    }

    private HubProcess watch(String... args) {
        List<String> all = new ArrayList<>(List.of("watch"));
        all.addAll(List.of(args));
        all.addAll(List.of("--data", UpFolder.data(folder).toString()));
        HubProcess watch = HubProcess.start(folder, Map.of(), all.toArray(String[]::new));
        watches.add(watch);
        return watch;
    }

    private static Cli publish(String file) {
        return cli("publish", "--supplier", "acme", file);
    }

    private static Cli cli(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", UpFolder.data(folder).toString()));
        return Cli.run(all.toArray(String[]::new));
    }
}
