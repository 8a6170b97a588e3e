package io.rollouthub.hub.metrics;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.ReaderThread;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what the whole hub tells: its programme, alerts and clusters, and the last tick in the journal, of which one
 * partition tells as much as all. Waits for topics that are not there yet, and begins anew after a failure.
 */
final class HubFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final List<Topic<?>> WHOLE = List.of(Topics.PROGRAMME, Topics.ALERTS, Topics.CLUSTER_STATUS);
    private static final TopicPartition TICKS = new TopicPartition(Topics.JOURNAL.name(), 0);

    private final Connection hub;
    private final Consumer<Programme> onProgramme;
    private final BiConsumer<HubFigures, Programme> onFigures;
    private final ReaderThread thread = new ReaderThread("metrics-of-hub", this::run);
    private volatile @Nullable Instant tick;

    /**
     * @param onProgramme is told of each programme that comes
     * @param onFigures is told the figures when all is read, and after each change
     */
    HubFollower(Connection hub, Consumer<Programme> onProgramme, BiConsumer<HubFigures, Programme> onFigures) {
        this.hub = hub;
        this.onProgramme = onProgramme;
        this.onFigures = onFigures;
    }

    void start() {
        thread.start();
    }

    /** The last tick in the journal, as far as it is known; null before there is any. */
    @Nullable
    Instant tick() {
        return tick;
    }

    private void run() {
        while (!thread.isOver()) {
            try {
                follow();
            } catch (RuntimeException e) {
                if (!thread.isOver()) {
                    LOG.debug("the hub's figures cannot be read; trying again", e);
                    thread.pause(BACK_OFF);
                }
            }
        }
    }

    private void follow() {
        Map<String, Object> properties = new HashMap<>(hub.client());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("allow.auto.create.topics", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            Reading reading = new Reading(seek(consumer));
            HubClock clock = HubClock.read(hub);
            reached(clock == null ? null : clock.tick());
            while (!thread.isOver()) {
                reading.take(consumer);
            }
        }
    }

    /** Seeks the beginnings, and the journal's end; where what is there ends. */
    private static Map<TopicPartition, Long> seek(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> whole = new ArrayList<>();
        WHOLE.forEach(topic -> consumer.partitionsFor(topic.name())
                .forEach(info -> whole.add(new TopicPartition(info.topic(), info.partition()))));
        if (whole.stream().map(TopicPartition::topic).distinct().count() < WHOLE.size()
                || consumer.partitionsFor(TICKS.topic()).isEmpty()) {
            throw new IllegalStateException("the hub's topics are not there yet");
        }
        List<TopicPartition> all = new ArrayList<>(whole);
        all.add(TICKS);
        consumer.assign(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        consumer.seekToBeginning(whole);
        consumer.seek(TICKS, Objects.requireNonNull(ends.get(TICKS)));
        return ends;
    }

    private void reached(@Nullable Instant other) {
        Instant last = tick;
        if (other != null && (last == null || other.isAfter(last))) {
            tick = other;
        }
    }

    /** One reading of the topics from their beginning on. */
    private final class Reading {
        private final Map<TopicPartition, Long> ends;
        private final HubFigures figures = new HubFigures();
        private final AvroReader values = new AvroReader(
                hub.registry(),
                List.of(
                        Topics.PROGRAMME.schema(),
                        Topics.ALERTS.schema(),
                        Topics.CLUSTER_STATUS.schema(),
                        Topics.JOURNAL.schema()));
        private @Nullable Programme programme;
        private boolean changed = true;

        Reading(Map<TopicPartition, Long> ends) {
            this.ends = ends;
        }

        void take(KafkaConsumer<String, byte[]> consumer) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            records.forEach(this::take);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (changed && ends.isEmpty() && programme != null) {
                onFigures.accept(figures, programme);
                changed = false;
            }
        }

        private void take(ConsumerRecord<String, byte[]> record) {
            SpecificRecord value = record.value() == null ? null : values.read(record.value());
            if (value instanceof JournalEntry entry) {
                reached(Entry.of(entry).isTick() ? entry.getAcceptedAt() : null);
                return;
            }
            changed = true;
            if (value instanceof Programme one) {
                programme = one;
                onProgramme.accept(one);
            } else if (record.topic().equals(Topics.ALERTS.name())) {
                figures.alert(record.key(), (Alert) value);
            } else if (record.topic().equals(Topics.CLUSTER_STATUS.name())) {
                figures.cluster(record.key(), (ClusterStatus) value);
            }
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
