package io.rollouthub.connect.told;

import io.rollouthub.connect.HubPrefix;
import io.rollouthub.connect.Plugin;
import io.rollouthub.connect.alert.AlertReport;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.topic.ConnectTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sink that tells people: takes transitions until it knows which alerts are open, and then lets {@link Telling} tell what
 * {@link Pages} says is due.
 *
 * <p>Transitions are read from their beginning at each start, wherever an earlier task was.
 */
public abstract class PagingSinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(PagingSinkTask.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Reading reading = new Reading();
    private @Nullable Paging paging;
    private boolean opened;
    private boolean mustBegin = true;
    private boolean rewinding;
    private Instant retryAt = Instant.EPOCH;
    private Instant nextLook = Instant.MIN;
    private final Trouble trouble = new Trouble();
    private final Refusals refusals = new Refusals(() -> context.errantRecordReporter());

    /**
     * What a started task works with.
     *
     * @param group whose offsets say what was handed on by a hub that kept nothing of it
     */
    private record Paging(Telling telling, Memory memory, HubProgress progress, Pages pages, String group) {}

    protected PagingSinkTask(InstantSource clock) {
        this.clock = clock;
    }

    /** Who tells. */
    protected abstract Teller teller(Map<String, String> settings, InstantSource time);

    /** How long a transition waits. */
    protected abstract Duration holdDown(Map<String, String> settings);

    /** Opens where it is kept what has been told; a test has another place. */
    protected ToldStore store(Map<String, String> settings) {
        return ToldTopic.open(ConnectorName.of(settings), HubClients.of(settings));
    }

    /** Who says how far the hub is; a test knows another one. */
    protected HubProgress progress(Map<String, String> settings) {
        return new LedgerProgress(HubClients.of(settings));
    }

    @Override
    public final String version() {
        return Plugin.VERSION;
    }

    @Override
    public final void start(Map<String, String> settings) {
        Memory memory = new Memory(() -> store(settings));
        String group = settings.getOrDefault(
                "consumer.override.group.id",
                ConnectTopics.sinkGroups(HubPrefix.of(settings)) + ConnectorName.of(settings));
        Pages pages = new Pages(memory.book(), holdDown(settings));
        Telling telling = new Telling(teller(settings, clock), pages, memory, refusals);
        paging = new Paging(telling, memory, progress(settings), pages, group);
    }

    @Override
    public final void open(Collection<TopicPartition> partitions) {
        reading.assign(partitions);
        opened = true;
        mustBegin = true;
    }

    @Override
    public final void close(Collection<TopicPartition> partitions) {
        reading.leave(partitions);
        mustBegin = true;
    }

    private void beginAgain() {
        context.offset(reading.assigned().stream().collect(Collectors.toMap(partition -> partition, partition -> 0L)));
        rewinding = true;
        mustBegin = true;
    }

    /** Takes transitions in their order, and tells what is due; what cannot be done now is done at a later turn. */
    @Override
    public final void put(Collection<SinkRecord> records) {
        if (reading.assigned().isEmpty()) {
            return; // Connect asks before it has partitions, too: nothing is known then.
        }
        Instant now = clock.instant();
        if (opened || now.isBefore(retryAt)) {
            // Records that come along with an assignment, and offsets, may still be those of an earlier task.
            opened = false;
            beginAgain();
            context.timeout(Math.max(1, Math.min(Duration.between(now, retryAt).toMillis(), TURN.toMillis())));
            return;
        }
        rewinding = false;
        try {
            if (mustBegin) {
                begin();
            }
            if (take(records, now)) {
                turn(now);
            } else {
                beginAgain();
            }
            trouble.isOver();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new ConnectException("another task tells for this connector now", e);
        } catch (ConnectException e) {
            throw e;
        } catch (KafkaException | RegistryUnavailableException e) {
            retryAt = now.plus(RETRY);
            beginAgain();
            trouble.is(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while telling the receiver", e);
        }
        Instant next = paging().telling.nextDue(now, now.plus(TURN));
        context.timeout(Math.max(1, Math.min(Duration.between(now, next).toMillis(), TURN.toMillis())));
    }

    private void begin() {
        Paging at = paging();
        at.memory.refresh();
        at.progress.begin();
        at.memory.takeForTold(
                at.memory.book().isEmpty() ? at.progress.committed(at.group, reading.assigned()) : Map.of());
        at.pages.begin();
        reading.begin();
        nextLook = Instant.MIN;
        mustBegin = false;
    }

    /** False: a partition has begun anew, as when the ledger was reset. */
    private boolean take(Collection<SinkRecord> records, Instant now) {
        for (SinkRecord each : records) {
            TopicPartition partition = Pages.partition(each);
            if (!reading.goesOn(partition, each.originalKafkaOffset())) {
                return false;
            }
            if (each.value() != null) {
                AlertReport transition = AlertReport.of(each.value());
                paging().memory.look(partition, each.originalKafkaOffset(), transition);
                paging().pages.take(transition, each, now);
            }
        }
        return true;
    }

    private void turn(Instant now) throws InterruptedException {
        Paging at = paging();
        if ((at.pages.isCaughtUp() || catchUp(now)) && at.telling.isDue(now)) {
            if (at.memory.refresh()) {
                beginAgain(); // told by somebody else, or imported
            } else {
                at.telling.tell(clock);
            }
        }
    }

    private boolean catchUp(Instant now) {
        Paging at = paging();
        if (reading.isUnknownHowFar()) {
            if (now.isBefore(nextLook)) {
                return false;
            }
            nextLook = now.plus(TURN);
            reading.readTo(at.progress.lastOffsets(reading.assigned()));
        }
        if (!reading.isCaughtUp()) {
            return false;
        }
        int taken = at.memory.keepTaken();
        if (taken > 0) {
            LOG.info("{} episodes of alerts that were handed on before are taken for told", taken);
        }
        at.pages.caughtUp(now);
        LOG.info(
                "{} alerts are open; {} openings and ends are still to be told",
                at.pages.open(),
                at.pages.waiting().size());
        return true;
    }

    /** What is told, or need not be; the transitions that wait are read again. */
    @Override
    public final Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
        if (mustBegin || rewinding) {
            return Map.of();
        }
        current.forEach((partition, at) -> reading.passed(partition, at.offset()));
        if (!paging().pages.isCaughtUp()) {
            return Map.of();
        }
        return paging().pages.settled(current);
    }

    private Paging paging() {
        return Objects.requireNonNull(paging, "the task is not started");
    }

    @Override
    public final void stop() {
        if (paging != null) {
            paging.memory.close();
            paging.progress.close();
        }
    }
}
