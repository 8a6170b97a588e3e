package io.rollouthub.runtime;

import io.rollouthub.output.NextTimer;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.PartitionLook;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.NextDue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out when the ledger has to look at something next (ADR 16), and where the clock stood before; on a thread of its own,
 * as whoever reads Kafka waits.
 *
 * <p>It is known if the ledger has read the journal to its end, and all that it told until then is committed. Marks of
 * transactions and entries of aborted ones at the end of a partition are no matter: the ledger's positions move over them.
 */
final class DueTimers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DueTimers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connection hub;
    private final Admin admin;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "due-timers");
        one.setDaemon(true);
        return one;
    });
    private final AtomicBoolean looks = new AtomicBoolean();

    // of that thread alone
    private final HubRecord.Decoder decoder;
    private @Nullable PartitionLook kept;

    /** @param admin stays its owner's to close */
    DueTimers(Connection hub, Admin admin) {
        this.hub = hub;
        this.admin = admin;
        this.decoder = new HubRecord.Decoder(hub.registry());
    }

    /** Asks where the clock stands; nothing if it has never been told. */
    CompletableFuture<Optional<HubClock>> clock() {
        return CompletableFuture.supplyAsync(() -> Optional.ofNullable(HubClock.read(hub)), thread);
    }

    /** Asks what is due next. It is not known while Kafka is slow, or does not tell. */
    CompletableFuture<NextDue> ask() {
        return looks.compareAndSet(false, true)
                ? CompletableFuture.supplyAsync(this::look, thread)
                        .completeOnTimeout(NextDue.UNKNOWN, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture(NextDue.UNKNOWN);
    }

    private NextDue look() {
        try {
            List<TopicPartition> journal = Positions.partitions(admin, List.of(Topics.JOURNAL.name()));
            List<TopicPartition> timers = Positions.partitions(admin, List.of(Topics.TIMERS.name()));
            return hasRead(journal) && isCommitted(timers) ? next(journal, timers) : NextDue.UNKNOWN;
        } catch (RuntimeException e) {
            LOG.debug("what is due next is not told", e);
            forget();
            return NextDue.UNKNOWN;
        } finally {
            looks.set(false);
        }
    }

    /** Whether the ledger has: open transactions, of which the end may be on its way, count as entries. */
    private boolean hasRead(List<TopicPartition> journal) {
        return Stage.LEDGER.hasRead(admin, Positions.highWatermarks(admin, journal));
    }

    /** Its positions can be seen a moment before what it told in the same transactions. */
    private boolean isCommitted(List<TopicPartition> timers) {
        Map<TopicPartition, Long> all = Positions.highWatermarks(admin, timers);
        Map<TopicPartition, Long> committed = Positions.lastStable(admin, timers);
        return all.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private NextDue next(List<TopicPartition> journal, List<TopicPartition> timers) {
        PartitionLook look = kept == null ? new PartitionLook(hub.client()) : kept;
        kept = look;
        Map<Integer, NextTimer> told =
                look.last(timers, record -> (NextTimer) decoder.read(record).value()).values().stream()
                        .collect(Collectors.toMap(NextTimer::getPartition, timer -> timer));
        return journal.stream().map(TopicPartition::partition).allMatch(told::containsKey)
                ? NextDue.of(told.values().stream().map(NextTimer::getDue))
                : NextDue.UNKNOWN;
    }

    /** Begins anew with the next look. */
    private void forget() {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }

    @Override
    public void close() {
        thread.execute(this::forget);
        thread.shutdown();
    }
}
