package io.rollouthub.runtime;

import io.rollouthub.check.ThresholdRanges;
import io.rollouthub.entry.Entry;
import io.rollouthub.entry.EntryReader;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.reader.Stage;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.LedgerVersion;
import io.rollouthub.topology.Seals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.jspecify.annotations.Nullable;

/** Looks before the start whether the ledger's state is of this program's version; nothing may go on with another. */
public final class StateCheck {
    private static final String VERSIONS = SealCheck.changelog(LedgerVersion.STORE);

    private final Map<String, Object> client;
    private final SchemaRegistry registry;

    /** @param client properties of any client of the hub's Kafka */
    public StateCheck(Map<String, Object> client, SchemaRegistry registry) {
        this.client = client;
        this.registry = registry;
    }

    /** Throws an {@link OtherStateException} if there is state of another version. */
    public void require() {
        OtherStateException other = look();
        if (other != null) {
            throw other;
        }
    }

    /** What is to be said of state of another version; null if there is none. Changes nothing. */
    public @Nullable OtherStateException look() {
        Long version = otherVersion();
        return version == null ? null : new OtherStateException(version, passedOver());
    }

    /** A version that some partition of the ledger's state has and this program has not; null if there is none. */
    private @Nullable Long otherVersion() {
        Set<TopicPartition> begun;
        Set<String> topics;
        try (Admin admin = KafkaClients.admin(client)) {
            begun = Stage.LEDGER.begun(admin);
            topics = begun.isEmpty() ? Set.of() : KafkaClients.topics(admin);
        }
        Map<Integer, Long> kept = topics.contains(VERSIONS) ? kept() : Map.of();
        Set<Long> versions = new HashSet<>();
        begun.forEach(partition -> {
            Long version = kept.get(partition.partition());
            if (version != null || isFirst(topics)) {
                versions.add(version == null ? LedgerVersion.FIRST : version);
            }
        });
        versions.remove(LedgerVersion.CURRENT);
        return versions.stream().findFirst().orElse(null);
    }

    /** Whether there is state without versions, which is another thing than state that is lost: the seal tells that. */
    private static boolean isFirst(Set<String> topics) {
        return SealCheck.isAny(topics)
                && !topics.contains(VERSIONS)
                && !topics.contains(SealCheck.changelog(Seals.STORE.name()));
    }

    private Map<Integer, Long> kept() {
        try (LongDeserializer numbers = new LongDeserializer()) {
            return OneValueChangelog.read(client, VERSIONS, numbers);
        }
    }

    /** The journal's programmes, which stand in every partition, that today's rules pass over whole. */
    private List<Entry> passedOver() {
        try (Admin admin = KafkaClients.admin(client)) {
            if (!KafkaClients.topics(admin).contains(Topics.JOURNAL.name())) {
                return List.of();
            }
        }
        EntryReader entries = new EntryReader(registry, LeftOutEntries.read(client, registry), skipped -> {});
        List<Entry> passedOver = new ArrayList<>();
        try (TopicReader reader = new TopicReader(client, List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(record -> {
                JournalEntry entry = record.partition() == 0 && Topics.PROGRAMME_KEY.equals(record.key())
                        ? entries.read(record)
                        : null;
                if (entry != null
                        && Entry.of(entry) instanceof Entry.ProgrammeEntry programme
                        && !ThresholdRanges.isValid(programme.programme())) {
                    passedOver.add(programme);
                }
            });
        }
        return passedOver;
    }
}
