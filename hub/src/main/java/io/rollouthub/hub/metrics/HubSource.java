package io.rollouthub.hub.metrics;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the whole hub tells into its figures: programme, alerts and clusters, and the last tick in the journal, of
 * which one partition tells as much as all.
 */
final class HubSource implements Follower.Source<HubFigures, HubRecord> {
    private static final String TICKS = Topics.JOURNAL.name();
    private static final List<String> TOPICS =
            List.of(Topics.PROGRAMME.name(), Topics.ALERTS.name(), Topics.CLUSTER_STATUS.name(), TICKS);

    private final Connection hub;
    private final HubRecord.Decoder decoder;
    private final Sink sink;
    private volatile @Nullable Instant tick;

    /** Is told what comes. */
    interface Sink {
        /** A programme. */
        void programme(Programme programme);

        /** The figures, whenever they have changed. */
        void figures(HubFigures figures);
    }

    HubSource(Connection hub, Sink sink) {
        this.hub = hub;
        this.sink = sink;
        decoder = new HubRecord.Decoder(hub.registry());
    }

    /** The last tick in the journal, as far as it is known; null before there is any. */
    @Nullable
    Instant tick() {
        return tick;
    }

    @Override
    public Collection<String> topics(Set<String> existing) {
        return HubTopics.arePrepared(existing) ? TOPICS : List.of();
    }

    @Override
    public Follower.Extent extent(TopicPartition partition) {
        if (!partition.topic().equals(TICKS)) {
            return Follower.Extent.ALL;
        }
        return partition.partition() == 0 ? Follower.Extent.NEWS : Follower.Extent.NOTHING;
    }

    @Override
    public HubFigures begin() {
        HubClock clock = HubClock.read(hub);
        if (clock != null) {
            reached(clock.tick());
        }
        return new HubFigures();
    }

    private void reached(Instant other) {
        Instant last = tick;
        if (last == null || other.isAfter(last)) {
            tick = other;
        }
    }

    @Override
    public HubRecord decode(ConsumerRecord<String, byte[]> record) {
        return decoder.read(record);
    }

    @Override
    public void take(HubFigures figures, List<HubRecord> records, boolean news) {
        boolean changed = false;
        for (HubRecord record : records) {
            if (record.value() instanceof JournalEntry entry) {
                if (Entry.of(entry).isTick()) {
                    reached(entry.getAcceptedAt());
                }
                continue;
            }
            changed = true;
            if (record.value() instanceof Programme one) {
                sink.programme(one);
            } else if (record.topic().equals(Topics.ALERTS)) {
                figures.alert(record.key(), (Alert) record.value());
            } else if (record.topic().equals(Topics.CLUSTER_STATUS)) {
                figures.cluster(record.key(), (ClusterStatus) record.value());
            }
        }
        if (changed && news) {
            sink.figures(figures);
        }
    }

    @Override
    public void begun(HubFigures figures) {
        sink.figures(figures);
    }
}
