package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.SupplierTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files dropped for a real worker, which is killed in the middle of one. */
@ExtendWith(ConnectExtension.class)
class CsvSourceIT {
    private static final String CLUSTER = "csv";
    private static final String CONNECTOR = "csv-sheets";
    private static final int SITES = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path dir;

    @Test
    void aSheetIsReportedOnceThoughTheWorkerIsKilledInItsMiddle(RunningConnect hub) throws IOException {
        Path folder = Files.createDirectory(dir.resolve("in"));
        Map<String, String> config = new HashMap<>(hub.ready(
                CONNECTOR,
                Map.of("CSV_FOLDER", folder.toString(), "CSV_MAPPING", mapping().toString())));
        config.put("batch.rows", "25");
        config.put("poll.interval.ms", "100");
        hub.run(CONNECTOR, config);

        drop(folder, "june.csv", "30/06/2024", "");
        await("a third of the sheet").atMost(PATIENCE).until(() -> events(hub).size() > SITES / 3);
        hub.killWorker();
        int atKill = events(hub).size();
        assertThat(atKill).as("reports when the worker was killed").isLessThan(SITES);
        hub.restartWorker();
        await("the sheet is done").atMost(PATIENCE).until(() -> Files.exists(folder.resolve("done/june.csv")));

        assertThat(events(hub)).hasSize(SITES);
        assertThat(events(hub).stream().map(GoLiveEvent::getSite).collect(Collectors.toSet()))
                .hasSize(SITES);

        drop(folder, "july.csv", "30/06/2024", "28/06/2024");
        await("the next sheet is done").atMost(PATIENCE).until(() -> Files.exists(folder.resolve("done/july.csv")));

        List<GoLiveEvent> all = events(hub);
        assertThat(all.subList(SITES, all.size()))
                .as("a changed row is a report, an unchanged one is none")
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getSite()).isEqualTo("site-0");
                    assertThat(event.getStatus()).isEqualTo(GoLiveStatus.LIVE);
                    assertThat(event.getDate()).isEqualTo(LocalDate.of(2024, 6, 28));
                });
        assertThat(Files.readAllLines(folder.resolve("done/june.csv.rejects.csv")))
                .containsExactly(
                        "line,reason,row",
                        (SITES + 2) + ",\"planned: \"\"soon\"\" is no date of the form dd/MM/yyyy\",\"bad,soon,\"");
        theHubHasTakenAll(hub);
        hub.rest().delete(CONNECTOR);
    }

    private static void theHubHasTakenAll(RunningConnect hub) {
        ReadModel results = await("all sites in the hub")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> new HubReader(hub.connection()).now(),
                        model -> milestones(model).size() == SITES
                                && milestones(model).stream().anyMatch(state -> state.getAchievedOn() != null));
        assertThat(results.rejected())
                .filteredOn(one -> String.valueOf(one.eventId()).startsWith("csv-"))
                .isEmpty();
    }

    private static List<MilestoneState> milestones(ReadModel model) {
        return model.milestones().values().stream()
                .filter(state -> state.getCluster().equals(CLUSTER))
                .toList();
    }

    /** What stands committed on the supplier's topic, in its order. */
    private static List<GoLiveEvent> events(RunningConnect hub) {
        AvroReader values = new AvroReader(hub.connection().registry(), List.of(GoLiveEvent.getClassSchema()));
        List<GoLiveEvent> events = new ArrayList<>();
        try (TopicReader reader = new TopicReader(hub.connection().client(), List.of(SupplierTopics.in("acme")))) {
            reader.readToEnd(found -> {
                if (CLUSTER.equals(found.key())) {
                    events.add((GoLiveEvent) values.read(found.value()));
                }
            });
        }
        return events;
    }

    private Path mapping() throws IOException {
        return Files.writeString(dir.resolve("mapping.yaml"), """
                supplier: acme
                zone: Europe/London
                dates: dd/MM/yyyy
                sheet:
                  cluster: { value: %s }
                  site: Site
                  product: { value: wardbook }
                  release: { value: R1 }
                  planned: Planned
                  actual: Actual
                """.formatted(CLUSTER));
    }

    /** As a supplier does: written under another name, then renamed. */
    private static void drop(Path folder, String name, String planned, String actualOfFirst) throws IOException {
        String rows = Stream.concat(
                        IntStream.range(0, SITES)
                                .mapToObj(i -> "site-" + i + "," + planned + "," + (i == 0 ? actualOfFirst : "")),
                        Stream.of("bad,soon,"))
                .collect(Collectors.joining("\r\n"));
        Path file = Files.writeString(folder.resolve("." + name), "Site,Planned,Actual\r\n" + rows);
        Files.move(file, folder.resolve(name));
    }
}
