package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.entry.Entry;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.journal.JournalJson;
import io.rollouthub.report.AlertId;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The journal of a hub to which nothing happens gets no ticks, its clock goes on, and what is due is told all the same. */
@Execution(ExecutionMode.CONCURRENT)
class TickEconomyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 6;
    private static final int MANY = 2_000;
    private static final Duration SILENT = Duration.ofDays(35);

    /** Nearer than the hour that Kafka lets a timestamp be ahead, and farther than any test takes. */
    private static final Duration AHEAD = Duration.ofMinutes(40);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final int port = FreePort.any();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant then = now.plus(AHEAD);

    @SuppressWarnings("NullAway.Init")
    private ClockAhead clock;

    @BeforeEach
    void theClockIsKafkas() throws Exception {
        clock = new ClockAhead(folder);
        clock.letTimeBe(Duration.ZERO);
    }

    @Tag("full")
    @Test
    void anIdleHubTicksAtMidnightAndWhileSomethingKeepsTheLedgerFromTheJournalsEnd() throws Exception {
        ZoneOffset zone = LiveProgramme.zoneWithMidnightAt(then);
        LocalDate due = then.atOffset(zone).toLocalDate().minusDays(1);
        try (HubProcess up = clock.up(LiveProgramme.write(folder, zone.getId()), port);
                Hub hub = UpFolder.hub(folder);
                Producer<String, byte[]> stranger =
                        KafkaClients.producer(hub.connection().client(), Map.of("transactional.id", "of-nobody"))) {
            try (TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
                acme.deliver(Reports.on("east")
                        .commitment("pledge", "One site by tonight")
                        .committed("e-1", now, due, Target.goLives(1)));
            }
            hub.await("the promise", model -> !model.milestones().isEmpty());
            awaitQuiet();
            assertThat(ticksWhileTheClockMoves(6)).isZero();

            stranger.initTransactions();
            begin(stranger, PARTITIONS);
            stranger.abortTransaction();
            awaitQuiet();
            assertThat(ticksWhileTheClockMoves(4))
                    .as("behind entries that were aborted")
                    .isZero();

            begin(stranger, 1);
            assertThat(ticksWhileTheClockMoves(6))
                    .as("while a partition cannot be read to its end")
                    .isGreaterThanOrEqualTo(5);
            stranger.abortTransaction();
            awaitQuiet();

            clock.letTimeBe(AHEAD);
            hub.await("the alert", model -> !model.transitions().isEmpty());
            assertThat(hub.transitionsOf(new AlertId("east", AlertKind.MILESTONE_MISSED, "pledge").toString()))
                    .singleElement()
                    .satisfies(opened -> {
                        assertThat(opened.getState()).isEqualTo(AlertState.OPEN);
                        assertThat(opened.getStartsAt()).isEqualTo(then);
                    });
            awaitQuiet();
            assertThat(up.stop()).as(up.err()).isEqualTo(143);
        }
    }

    /** An entry in each of so many partitions of the journal, on its way. */
    private static void begin(Producer<String, byte[]> stranger, int partitions) {
        stranger.beginTransaction();
        for (int partition = 0; partition < partitions; partition++) {
            stranger.send(new ProducerRecord<>(Topics.JOURNAL.name(), partition, Topics.TICK_KEY, new byte[1]));
        }
        stranger.flush();
    }

    private void awaitQuiet() {
        Awaitility.await("a journal without ticks").atMost(PATIENCE).until(() -> ticksWhileTheClockMoves(3) == 0);
    }

    private double ticksWhileTheClockMoves(int times) throws Exception {
        double moved = moved();
        double written = written();
        Awaitility.await("the clock goes on").atMost(PATIENCE).until(() -> moved() >= moved + times);
        return written() - written;
    }

    private double moved() throws Exception {
        return scrape("rollout_clock_ticks_total");
    }

    private double written() throws Exception {
        return scrape("rollout_journal_ticks_total");
    }

    private double scrape(String metric) throws Exception {
        return Scrape.of("http://127.0.0.1:" + port + "/").value(metric);
    }

    /** As an older hub wrote it: a tick every ten seconds, and the clock nowhere else. */
    @Tag("full")
    @Test
    void aJournalFullOfTicksIsTakenOverDayByDayAndASupplierIsSilentToTheInstant() throws Exception {
        Path programme = LiveProgramme.write(folder, "Europe/London");
        UpFolder.args(folder, programme);
        Instant last = now.minus(Duration.ofHours(60));
        Path file = Files.write(folder.resolve("journal.jsonl"), journal(programme, last));
        String data = UpFolder.data(folder).toString();
        Cli imported = Cli.run("journal", "import", "--data", data, file.toString());
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(Cli.run("status", "--data", data).out()).contains("Nobody runs this hub now; its clock stands at");

        try (HubProcess up = clock.up(programme, port);
                Hub hub = UpFolder.hub(folder)) {
            hub.awaitTickAfter(now);
            awaitQuiet();
            assertThat(up.isAlive()).isTrue();
            assertThat(ticks(hub))
                    .hasSizeLessThan(MANY + 30)
                    .contains(last, last.plus(Duration.ofDays(1)), last.plus(Duration.ofDays(2)));
            assertThat(hub.now().transitions()).isEmpty();
            clock.letTimeBe(AHEAD);
            hub.await("the alert", model -> !model.transitions().isEmpty());
            assertThat(hub.transitionsOf(new AlertId("east", AlertKind.SUPPLIER_SILENT, "acme").toString()))
                    .singleElement()
                    .satisfies(opened -> assertThat(opened.getStartsAt()).isEqualTo(then));
        }
    }

    /** Acme has reported once, as long ago as makes it silent then. */
    private List<String> journal(Path programme, Instant last) throws Exception {
        Instant heard = then.minus(SILENT);
        GoLiveEvent plan = new GoLiveEvent(
                "e-1",
                heard,
                "acme",
                "east",
                "site",
                null,
                "p",
                "r",
                GoLiveStatus.PLANNED,
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(100),
                null,
                null);
        List<String> lines = new ArrayList<>(List.of(
                JournalJson.FIRST_LINE,
                JournalJson.write(new Entry.ProgrammeEntry(ProgrammeFile.read(programme), heard.minusSeconds(1))),
                JournalJson.write(new Entry.ReportEntry(
                        ReportedEvent.of(plan), heard, new Origin(SupplierTopics.in("acme"), 0, 0L)))));
        for (int i = MANY - 1; i >= 0; i--) {
            lines.add(JournalJson.write(new Entry.TickEntry(last.minusSeconds(10L * i))));
        }
        return lines;
    }

    private static Collection<Instant> ticks(Hub hub) {
        List<Instant> ticks = new ArrayList<>();
        new HubReader(hub.connection()).journal((partition, entry) -> {
            if (partition == 0 && Entry.of(entry).isTick()) {
                ticks.add(entry.getAcceptedAt());
            }
        });
        return ticks;
    }
}
