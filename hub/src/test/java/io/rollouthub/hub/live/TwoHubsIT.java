package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two programmes with hubs of their own on one Kafka and one registry, told apart by their prefixes; in processes of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoHubsIT {
    private static final List<String> PREFIXES = List.of("north", "south2");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalHub servers;

    private final Map<String, HubProcess> hubs = new TreeMap<>();
    private final Map<String, Integer> ports = new TreeMap<>();

    @BeforeAll
    void startBoth() {
        servers = LocalHub.start(null);
        for (String prefix : PREFIXES) {
            assertThat(run(prefix, "admin", "apply", "--programme", programme(prefix, prefix)))
                    .contains("acme");
            ports.put(prefix, FreePort.any());
            hubs.put(prefix, start(prefix, "streams"));
        }
        hubs.values().forEach(hub -> hub.awaitOutput("An instance of the hub runs"));
    }

    @AfterAll
    void stop() {
        hubs.values().forEach(HubProcess::close);
        servers.close();
    }

    @Test
    void eachJudgesWhatItsOwnSuppliersReportAndNothingElse() throws Exception {
        assertThat(publish("north", "weston", "poole")).contains("2 accepted");
        assertThat(publish("south2", "barnet")).contains("1 accepted");

        assertThat(milestones("north"))
                .containsExactlyInAnyOrder("east/go-live/weston/wardbook/R0", "east/go-live/poole/wardbook/R0");
        assertThat(milestones("south2")).containsExactly("east/go-live/barnet/wardbook/R0");
        assertThat(run("north", "doctor")).contains("All is well");
        assertThat(Scrape.of("http://127.0.0.1:" + ports.get("north") + "/").series())
                .filteredOn(series -> series.startsWith("rollout_"))
                .allMatch(series -> series.contains("hub=\"north\""));
    }

    @Test
    void everyNameOnKafkaAndInTheRegistryIsOfOneOfThem() throws Exception {
        try (Admin admin = KafkaClients.admin(servers.connection().client())) {
            assertThat(KafkaClients.topics(admin)).isNotEmpty().allMatch(this::isOfOne);
            assertThat(admin.listGroups().all().get().stream().map(GroupListing::groupId))
                    .contains("north-gate", "north-ledger", "south2-gate", "south2-ledger")
                    .allMatch(this::isOfOne);
            assertThat(admin.listTransactions().all().get().stream().map(one -> one.transactionalId()))
                    .contains("north-programme")
                    .allMatch(this::isOfOne);
        }
        assertThat(subjects()).isNotEmpty().allMatch(this::isOfOne);
    }

    @Test
    void aProgrammeThatIsNotTheHubsIsToldToTakeAPrefixOfItsOwn() {
        try (HubProcess apply = start("north", "admin", "apply", "--programme", programme("other", "another"))) {
            assertThat(apply.exitCode()).isEqualTo(1);
            assertThat(apply.err())
                    .contains(
                            "Programme north is in force here, and this is programme another.", "a prefix of its own");
        }
    }

    private boolean isOfOne(String name) {
        return PREFIXES.stream().anyMatch(prefix -> name.startsWith(prefix + ".") || name.startsWith(prefix + "-"));
    }

    private Collection<String> subjects() throws Exception {
        return servers.connection().registry().subjects();
    }

    private List<String> milestones(String prefix) throws IOException {
        JsonNode status = new ObjectMapper().readTree(run(prefix, "status", "--format", "json"));
        return status.path("milestones").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private String publish(String prefix, String... sites) throws IOException {
        Path file = folder.resolve(prefix + ".jsonl");
        Files.write(file, Stream.of(sites).map(TwoHubsIT::planned).toList());
        return run(prefix, "publish", file.toString(), "--supplier", "acme");
    }

    private static String planned(String site) {
        return """
                {"type": "GoLiveEvent", "supplier": "acme", "eventId": "%s", "reportedAt": "2026-01-01T09:00:00Z", "cluster": "east", \
                "site": "%s", "product": "wardbook", "release": "R0", "status": "PLANNED", "date": "2031-01-31"}\
                """.formatted(site, site);
    }

    private static String programme(String file, String id) {
        try {
            return Files.writeString(folder.resolve(file + ".yaml"), """
                            programme: %s
                            name: Programme %s
                            zone: Europe/London
                            clusters:
                              east: East
                            suppliers:
                              acme: { name: Acme, clusters: [east] }
                            thresholds: { at-risk-below: 0.20, slip-days: 30, slip-count: 3, silent-after-days: 35 }
                            """.formatted(id, id))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command prints that ends well. */
    private String run(String prefix, String... command) {
        try (HubProcess process = start(prefix, command)) {
            assertThat(process.exitCode()).as(process.out() + process.err()).isZero();
            return process.out() + process.err();
        }
    }

    private HubProcess start(String prefix, String... command) {
        String[] args = Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--connect",
                                servers.connection().bootstrapServers(),
                                "--registry",
                                servers.connection().registry().address()))
                .toArray(String[]::new);
        Map<String, String> environment = new TreeMap<>();
        environment.put("ROLLOUT_PREFIX", prefix);
        environment.put("ROLLOUT_STATE_DIR", folder.resolve("state").toString());
        environment.put("ROLLOUT_PARTITIONS", "2");
        if (command[0].equals("streams")) {
            environment.put("ROLLOUT_HTTP_PORT", String.valueOf(ports.get(prefix)));
        }
        return HubProcess.start(folder, environment, args);
    }
}
