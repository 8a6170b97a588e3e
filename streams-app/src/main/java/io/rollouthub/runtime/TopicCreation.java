package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.OwnNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates topics; all can be seen when it returns. */
public final class TopicCreation {
    private TopicCreation() {}

    /**
     * All for a programme, on a Kafka that has none yet; nothing on any other, where what is there has to be looked at first.
     * Kafka makes its own for positions and transactions when it is first asked for any, which is now.
     */
    public static void ofNewHub(Map<String, Object> client, TopicPlan plan, Programme programme) {
        try (Admin admin = KafkaClients.admin(client)) {
            if (KafkaClients.topics(admin).isEmpty()) {
                admin.describeTransactions(List.of(OwnNames.PROGRAMME_TRANSACTION)); // close() waits for it
                create(admin, plan.of(programme));
                Stage.LEDGER.begun(admin);
            }
        }
    }

    /** Those that are missing, the others are left as they are. */
    public static void missing(Map<String, Object> client, Collection<NewTopic> wanted) {
        try (Admin admin = KafkaClients.admin(client)) {
            Set<String> there = KafkaClients.topics(admin);
            create(
                    admin,
                    wanted.stream()
                            .filter(topic -> !there.contains(topic.name()))
                            .toList());
        }
    }

    static void create(Admin admin, List<NewTopic> topics) {
        KafkaCalls.await("create topics", admin.createTopics(topics).all());
        List<String> created = topics.stream().map(NewTopic::name).toList();
        KafkaCalls.awaitSeen("create topics", () -> KafkaClients.topics(admin).containsAll(created));
    }
}
