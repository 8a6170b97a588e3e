package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Told;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.FlowListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that begins with the past of twenty sites, of which four are late. */
class ImportHistoryIT {
    private static final String PROGRAMME = "../examples/npfit/programme.yaml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Cli importHistory(Path data, String... more) throws IOException {
        Path history = Files.write(folder.resolve("history.jsonl"), twentySites());
        List<String> args = new ArrayList<>(
                List.of("import-history", "--programme", PROGRAMME, "--data", data.toString(), history.toString()));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    private static List<String> twentySites() {
        List<Integer> sites = IntStream.range(0, 20).boxed().toList();
        Stream<String> planned = sites.stream().map(i -> report(i, "PLANNED", i < 12 ? 300 : 150, i < 12 ? 200 : 20));
        Stream<String> early = sites.stream().filter(i -> i < 12).map(i -> report(i, "LIVE", 201, 201));
        Stream<String> late = sites.stream().filter(i -> i >= 12 && i < 16).map(i -> report(i, "LIVE", 25, 25));
        return Stream.of(planned, early, late)
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(line -> line.replaceAll(".*\"reportedAt\":\"([^\"]*)\".*", "$1")))
                .toList();
    }

    private static String report(int site, String status, int daysAgo, int dated) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return ("{\"type\":\"GoLiveEvent\",\"eventId\":\"%1$s-%2$s\",\"reportedAt\":\"%3$sT12:00:00Z\","
                        + "\"supplier\":\"fujitsu\",\"cluster\":\"south\",\"site\":\"s%1$s\",\"product\":\"p\","
                        + "\"release\":\"r\",\"status\":\"%2$s\",\"date\":\"%4$s\"}")
                .formatted(site, status, today.minusDays(daysAgo), today.minusDays(dated));
    }

    @Test
    void whatIsOpenAtItsEndIsToldByImportAndTheHubGoesOnFromThere() throws IOException {
        Path data = folder.resolve("d");
        Instant before = Instant.now();
        Cli run = importHistory(data);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("told by this import", "'rollout up --data " + data + "' goes on from here.");
        assertThat(folder.resolve("d.importing")).doesNotExist();

        try (LocalHub hub = LocalHub.start(data)) {
            ReadModel imported = new HubReader(hub.connection()).now();
            Map<String, Told> told = told(hub.connection());
            assertThat(imported.openAlerts())
                    .extracting(Alert::getAlertId)
                    .contains("south/MILESTONE_MISSED/go-live/s19/p/r");
            assertThat(told.keySet())
                    .isEqualTo(imported.openAlerts().stream()
                            .map(alert -> ToldTopics.key(alert.getAlertId(), alert.getEpisode()))
                            .collect(Collectors.toSet()));
            for (Alert alert : imported.openAlerts()) {
                Told one = Objects.requireNonNull(told.get(ToldTopics.key(alert.getAlertId(), alert.getEpisode())));
                assertThat(one.getStartsAt()).isEqualTo(alert.getStartsAt());
                assertThat(one.getState()).isEqualTo(AlertState.OPEN);
                assertThat(one.getToldAt()).isBetween(before.minusMillis(1), Instant.now());
            }
            goOn(hub.connection());
            assertThat(new HubReader(hub.connection()).now().transitions())
                    .as("nothing was due between the history's end and now")
                    .isEqualTo(imported.transitions());
        }
        JsonNode record = Cli.run("record", "--data", data.toString(), "--json").json();
        assertThat(record.path("forecasts").asInt()).isPositive();
        assertThat(record.path("calibration")).hasSize(10);
        assertThat(record.path("supplierRecords")
                        .path("south/fujitsu")
                        .path("promisesBroken")
                        .asInt())
                .isPositive();

        assertThat(importHistory(data).err()).contains("The data folder " + data, "is not empty");
    }

    /** As 'up' does. */
    private static void goOn(Connection hub) {
        HubSettings settings = new HubSettings(
                hub.bootstrapServers(),
                hub.stateDir(),
                Arrival.BROKER_TIME,
                new ClockSettings(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofHours(1)),
                new Layout(6, 1, (short) 1),
                HubSettings.Ledger.DEFAULT,
                hub.kafka());
        new Provisioning(settings, hub.registry()).apply(null);
        Instant imported = Objects.requireNonNull(HubClock.read(hub)).tick();
        try (HubStreams streams = HubStreams.start(settings, hub.registry(), FlowListener.NONE)) {
            Awaitility.await("ticks of the live clock")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        streams.check();
                        return Objects.requireNonNull(HubClock.read(hub)).tick().isAfter(imported);
                    });
        }
    }

    private static Map<String, Told> told(Connection hub) {
        Map<String, Told> told = new TreeMap<>();
        Deserializer<Told> values = AvroSerde.deserializer(ToldTopics.IMPORT, hub.registry());
        try (TopicReader reader = new TopicReader(hub.client(), List.of(ToldTopics.IMPORT.name()))) {
            reader.readToEnd(record ->
                    told.put(record.key(), Objects.requireNonNull(values.deserialize(record.topic(), record.value()))));
        }
        return told;
    }

    @Tag("full")
    @Test
    void whatIsOpenCanBeToldAfterAllAndABadLineImportsNothing() throws IOException {
        Path data = folder.resolve("d");
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "no JSON\n");
        Cli nothing = importHistory(data, bad.toString());
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err())
                .contains("bad.jsonl:1:", "1 lines could not be replayed, so that nothing was imported");
        assertThat(data).doesNotExist();
        assertThat(folder.resolve("d.importing")).doesNotExist();

        Cli run = importHistory(data, "--tell-open");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("receivers will be told.");
        try (LocalHub hub = LocalHub.start(data)) {
            assertThat(told(hub.connection())).isEmpty();
        }
    }
}
