package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Every topic that a programme needs, with its settings. */
public record TopicPlan(Layout layout, Arrival arrival) {
    /** The largest batch of records, in bytes; as large as a record of the hub's own can be. */
    public static final int LARGEST_BATCH = 2 * 1024 * 1024;

    /** How long a supplier can read what became of a record. */
    static final Duration VERDICTS_KEPT = Duration.ofDays(7);

    /** All topics of a programme. */
    public List<NewTopic> of(Programme programme) {
        List<NewTopic> topics = own();
        for (Supplier supplier : programme.getSuppliers()) {
            topics.add(in(SupplierTopics.in(supplier.getSupplier())));
            topics.add(rejected(SupplierTopics.rejected(supplier.getSupplier())));
            topics.add(verdicts(SupplierTopics.verdicts(supplier.getSupplier())));
        }
        return topics;
    }

    /** The topics that any programme needs. */
    public List<NewTopic> own() {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(own(Topics.CONTROL, 1));
        topics.add(own(Topics.PROGRAMME, 1));
        topics.add(stampedByBroker(own(Topics.CLOCK, 1)));
        topics.add(own(Topics.JOURNAL, layout.partitions()));
        topics.add(own(Topics.JOURNAL_SHAPE, 1));
        topics.add(own(Topics.PASSED_OVER, 1));
        topics.add(own(Topics.PARKED, 1));
        topics.add(verdictsTold());
        topics.add(own(Topics.AUDIT, 1));
        topics.add(own(Topics.RIGHTS, 1));
        Topics.OF_LEDGER.forEach(output -> topics.add(own(output, layout.partitions())));
        topics.add(own(ToldTopics.IMPORT, 1));
        topics.add(rejected(SupplierTopics.REJECTED_UNKNOWN));
        return topics;
    }

    /**
     * A topic that a supplier publishes to. The broker keeps what it takes there unpacked, so that it measures what the hub
     * would have to read, and refuses to the supplier what is larger; and it measures batches: what one record may take is
     * for the gate to say ({@link io.rollouthub.check.RecordSize}).
     */
    public NewTopic in(String name) {
        NewTopic topic = topic(name, layout.supplierPartitions(), false, LARGEST_BATCH);
        topic.configs().put(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed");
        return arrival == Arrival.BROKER_TIME ? stampedByBroker(topic) : topic;
    }

    private static NewTopic stampedByBroker(NewTopic topic) {
        topic.configs().put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return topic;
    }

    private NewTopic rejected(String name) {
        return topic(name, 1, false, LARGEST_BATCH);
    }

    /** The one on which it is kept what suppliers have been told. */
    public NewTopic verdictsTold() {
        return own(Topics.VERDICTS_TOLD, 1);
    }

    private NewTopic verdicts(String name) {
        NewTopic told = stampedByBroker(topic(name, 1, false, LARGEST_BATCH));
        told.configs().put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(VERDICTS_KEPT.toMillis()));
        return told;
    }

    private NewTopic own(Topic<?> topic, int partitions) {
        return topic(topic.name(), partitions, topic.compacted(), LARGEST_BATCH);
    }

    private NewTopic topic(String name, int partitions, boolean compacted, int largest) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        settings.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largest));
        return new NewTopic(name, partitions, layout.replicas()).configs(settings);
    }
}
