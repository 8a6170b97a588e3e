package io.rollouthub.connect.alertmanager;

import io.rollouthub.connect.Plugin;
import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.connect.alert.ConsoleLinks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what a {@link AlertBoard} says is due to {@link Alertmanagers}. */
public final class AlertmanagerSinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerSinkTask.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final InstantSource clock;
    private @Nullable AlertBoard board;
    private @Nullable Alertmanagers alertmanagers;
    private ConsoleLinks console = new ConsoleLinks("");
    private Instant notBefore = Instant.MIN;
    private String trouble = "";

    /** As Connect makes it. */
    public AlertmanagerSinkTask() {
        this(InstantSource.system());
    }

    AlertmanagerSinkTask(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return Plugin.VERSION;
    }

    @Override
    public void start(Map<String, String> settings) {
        AlertmanagerConfig config = new AlertmanagerConfig(settings);
        board = config.board();
        alertmanagers = config.alertmanagers();
        console = config.console();
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        // Wherever an earlier task was: which alerts are open is known only from the beginning on.
        context.offset(partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> 0L)));
        context.timeout(TURN.toMillis());
        board().begin(numbers(partitions), clock.instant());
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        board().leave(numbers(partitions));
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        for (SinkRecord each : records) {
            board().take(
                            String.valueOf(each.key()),
                            each.value() == null ? null : AlertReport.of(each.value()),
                            each.kafkaPartition(),
                            each.timestamp() == null ? Instant.MIN : Instant.ofEpochMilli(each.timestamp()),
                            clock.instant());
        }
        Instant now = clock.instant();
        if (!now.isBefore(notBefore)) {
            post(now);
        }
        context.timeout(TURN.toMillis());
    }

    private void post(Instant now) {
        List<AlertReport> due = board().due(now);
        try {
            Objects.requireNonNull(alertmanagers)
                    .post(due.stream()
                            .map(alert -> PostableAlert.of(alert, board().leaseEnd(now), console))
                            .toList());
            board().posted(due, now);
            if (!trouble.isEmpty()) {
                LOG.info("Alertmanager is told again of {} open alerts", board().size());
                trouble = "";
            }
        } catch (IOException e) {
            notBefore = now.plus(RETRY);
            String said = String.valueOf(e.getMessage());
            if (!said.equals(trouble)) {
                LOG.warn("{}; it is tried every {} s", said, RETRY.toSeconds());
                trouble = said;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while telling Alertmanager", e);
        }
    }

    /** Up to where Alertmanager has been told: while it does not answer nothing is, so that the hub sees what waits. */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
        return trouble.isEmpty() ? current : Map.of();
    }

    private AlertBoard board() {
        return Objects.requireNonNull(board, "the task is not started");
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    @Override
    public void stop() {}
}
