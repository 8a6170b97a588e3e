package io.rollouthub.runtime;

import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Parked;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FailedAttempts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attempts in vain of all instances, on their topic; and of this one's process before, which ended at a record. Safe for
 * several threads.
 */
final class ParkedRecords implements FailedAttempts, Supplier<FailedAttempts> {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedRecords.class);
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final Map<String, Object> client;
    private final SchemaRegistry registry;
    private final InWork inWork;
    private final ReadTogether<Map<Origin, Parked>> latest = new ReadTogether<>(this::read);
    private volatile Map<Origin, Parked> byOrigin = Map.of();
    private Map<String, String> ids = Map.of();
    private long idsAt;
    private Map<Origin, Parked> written = Map.of();

    /** @param stateDir where it is noted what is in work */
    ParkedRecords(Map<String, Object> client, SchemaRegistry registry, Path stateDir) {
        this.client = client;
        this.registry = registry;
        this.inWork = new InWork(stateDir);
    }

    /** What a process of before ended at has been tried once more in vain. */
    void countEnds() {
        for (Origin origin : inWork.takeLeft()) {
            LOG.warn(
                    "the process before ended while it was at work on {} {}:{}",
                    origin.getTopic(),
                    origin.getPartition(),
                    origin.getOffset());
            failed(origin, "the process ended while it was at work on it");
        }
    }

    /** Itself, with what others have written by now; read once for tasks that begin together. */
    @Override
    public synchronized FailedAttempts get() {
        Map<Origin, Parked> now = latest.get();
        if (now != written) {
            written = now;
            byOrigin = now;
        }
        return this;
    }

    private Map<Origin, Parked> read() {
        Map<Origin, Parked> known = new HashMap<>();
        Map<String, Parked> all = LatestValues.of(Topics.PARKED, client, registry);
        if (all.isEmpty()) {
            return known;
        }
        try (Admin admin = KafkaClients.admin(client)) {
            Map<String, String> ids = KafkaClients.topicIds(admin);
            for (Parked one : all.values()) {
                if (one.getAttempts() > 0 && one.getTopicId().equals(ids.get(one.getTopic()))) {
                    known.put(new Origin(one.getTopic(), one.getPartition(), one.getOffset()), one);
                }
            }
        }
        return known;
    }

    @Override
    public @Nullable Parked of(Origin origin) {
        Map<Origin, Parked> known = byOrigin;
        return known.isEmpty() ? null : known.get(origin);
    }

    @Override
    public synchronized void failed(Origin origin, String why) {
        get();
        String id = idOf(origin.getTopic());
        if (id == null) {
            return; // with the topic the record is gone
        }
        Parked before = of(origin);
        Parked now = Parked.newBuilder()
                .setTopicId(id)
                .setTopic(origin.getTopic())
                .setPartition(origin.getPartition())
                .setOffset(origin.getOffset())
                .setAttempts(before == null ? 1 : before.getAttempts() + 1)
                .setParked(false)
                .setDetail(why)
                .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
        new KeptValue<>(Topics.PARKED, FailedAttempts.keyOf(now), now).write(client, registry);
        Map<Origin, Parked> more = new HashMap<>(byOrigin);
        more.put(origin, now);
        byOrigin = more;
    }

    @Override
    public synchronized Parked park(Origin origin, Refusal why) {
        Parked before = of(origin);
        String id = before == null ? idOf(origin.getTopic()) : before.getTopicId();
        return FailedAttempts.parked(id == null ? "" : id, before == null ? 0 : before.getAttempts(), origin, why);
    }

    /** Kafka's id of a topic; null: it is gone. Asked for anew every now and then. */
    private @Nullable String idOf(String topic) {
        if (!ids.containsKey(topic) || System.nanoTime() - idsAt > FRESH) {
            try (Admin admin = KafkaClients.admin(client)) {
                ids = KafkaClients.topicIds(admin);
                idsAt = System.nanoTime();
            }
        }
        return ids.get(topic);
    }

    @Override
    public void begin(int task, Origin origin) {
        inWork.begin(task, origin);
    }

    @Override
    public void end(int task) {
        inWork.end(task);
    }
}
