package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks before the start whether every topic of the hub's own is there that the application reads and writes; Kafka Streams
 * would not. Without a supplier's topics that one waits alone, or is parked.
 */
final class TopicCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);

    private TopicCheck() {}

    /** Throws a {@link NotPreparedException} that says what is missing if the application could not run. */
    static void require(HubSettings settings, SchemaRegistry registry) {
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
            List<String> ofSuppliers = missing(plan.of(programme), there);
            if (!ofSuppliers.isEmpty()) {
                LOG.warn(
                        "these suppliers' topics are missing: {}; 'rollout admin apply' makes them anew",
                        String.join(", ", ofSuppliers));
            }
            requireRoom(KafkaCalls.await(
                    "describe topics",
                    admin.describeTopics(plan.own().stream().map(NewTopic::name).toList())
                            .allTopicNames()));
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
    private static void requireRoom(Map<String, TopicDescription> topics) {
        int journal = partitions(topics, Topics.JOURNAL.name());
        Topics.OF_LEDGER.forEach(output -> {
            int partitions = partitions(topics, output.name());
            if (partitions < journal) {
                throw new NotPreparedException(output.name() + " has " + partitions + " partitions, fewer than the "
                        + journal + " of " + Topics.JOURNAL.name());
            }
        });
    }

    private static int partitions(Map<String, TopicDescription> topics, String topic) {
        TopicDescription description = topics.get(topic);
        return description == null ? 0 : description.partitions().size();
    }
}
