package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks before the start whether every topic of the hub's own is there that the application reads and writes, and all topics set
 * so that the hub keeps its promises; Kafka Streams would not. Without a supplier's topics that one waits alone, or is parked.
 */
final class TopicCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);

    private TopicCheck() {}

    /**
     * What the hub does not promise, as topics are set otherwise and that has been accepted.
     *
     * @throws NotPreparedException that says what is missing if the application could not run
     * @throws BrokenPromiseException that says what is set otherwise than it should, if that has not been accepted
     */
    static List<BrokenPromise> require(HubSettings settings, SchemaRegistry registry) {
        try (Admin admin = KafkaClients.admin(settings.clientProperties())) {
            Set<String> there = KafkaClients.topics(admin);
            if (!there.contains(Topics.PROGRAMME.name())) {
                throw new NotPreparedException("there is no topic " + Topics.PROGRAMME.name());
            }
            Programme programme = HubReader.programme(settings.clientProperties(), registry);
            if (programme == null) {
                throw new NotPreparedException("no programme has been published");
            }
            TopicPlan plan = new TopicPlan(settings.layout(), settings.arrival());
            List<String> missing = missing(plan.own(), there);
            if (!missing.isEmpty()) {
                throw new NotPreparedException("these topics are missing: " + String.join(", ", missing));
            }
            List<NewTopic> wanted = plan.of(programme);
            List<String> ofSuppliers = missing(wanted, there);
            if (!ofSuppliers.isEmpty()) {
                LOG.warn(
                        "these suppliers' topics are missing: {}; 'rollout admin apply' makes them anew",
                        String.join(", ", ofSuppliers));
            }
            Map<String, ExistingTopic> existing = ExistingTopic.read(
                    admin,
                    wanted.stream().map(NewTopic::name).filter(there::contains).toList());
            requireRoom(existing);
            List<BrokenPromise> broken = PromiseCheck.broken(wanted, existing, settings.weaker());
            BrokenPromiseException.require(broken, settings.weaker());
            return broken;
        }
    }

    private static List<String> missing(List<NewTopic> wanted, Set<String> there) {
        return wanted.stream()
                .map(NewTopic::name)
                .filter(topic -> !there.contains(topic))
                .sorted()
                .toList();
    }

    /** What the ledger writes goes to the journal's partition number, so none may have fewer. */
    private static void requireRoom(Map<String, ExistingTopic> topics) {
        int journal = partitions(topics, Topics.JOURNAL.name());
        Topics.OF_LEDGER.forEach(output -> {
            int partitions = partitions(topics, output.name());
            if (partitions < journal) {
                throw new NotPreparedException(output.name() + " has " + partitions + " partitions, fewer than the "
                        + journal + " of " + Topics.JOURNAL.name());
            }
        });
    }

    private static int partitions(Map<String, ExistingTopic> topics, String topic) {
        ExistingTopic there = topics.get(topic);
        return there == null ? 0 : there.partitions();
    }
}
