package io.rollouthub.hub.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.embedded.EmbeddedBroker;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Follower;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.UndecodableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever follows topics may rely on, whatever becomes of the topics and the broker meanwhile. */
class FollowerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private static Connection hub;

    @BeforeAll
    static void start() throws IOException {
        broker = EmbeddedBroker.start(Files.createDirectories(folder.resolve("broker")), 0, List.of());
        hub = new Connection(
                broker.bootstrapServers(), SchemaRegistry.at("http://localhost:1", Map.of()), Path.of("unused"));
    }

    @AfterAll
    static void stop() {
        broker.close();
        hub.registry().close();
    }

    /** Words of all topics that begin with a name; the topic of that name has to be there. */
    private record Words(String name) implements Follower.Source<List<String>, String> {
        @Override
        public Collection<String> topics(Set<String> existing) {
            return existing.contains(name)
                    ? existing.stream().filter(topic -> topic.startsWith(name)).toList()
                    : List.of();
        }

        @Override
        public Follower.Extent extent(TopicPartition partition) {
            return partition.topic().endsWith(".news") ? Follower.Extent.NEWS : Follower.Extent.ALL;
        }

        @Override
        public List<String> begin() {
            return new CopyOnWriteArrayList<>();
        }

        @Override
        public String decode(ConsumerRecord<String, byte[]> record) {
            String word = new String(record.value(), StandardCharsets.UTF_8);
            if (word.equals("poison")) {
                throw new UndecodableException("no word", null);
            }
            return word;
        }

        @Override
        public void take(List<String> model, List<String> values, boolean news) {
            values.forEach(value -> model.add(news ? value + "!" : value));
        }
    }

    private static Follower<List<String>, String> follow(String name) {
        Follower<List<String>, String> follower = new Follower<>("follow-" + name, hub, new Words(name));
        follower.start();
        return follower;
    }

    private static void create(String topic) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            KafkaCalls.await(
                    "create a topic",
                    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                            .all());
        }
    }

    private static void send(String topic, int partition, String... words) {
        try (Producer<String, byte[]> producer = KafkaClients.producer(hub.client(), Map.of("acks", "all"))) {
            for (String word : words) {
                producer.send(new ProducerRecord<>(topic, partition, "key", word.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static void awaitWords(Follower<List<String>, String> follower, String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(follower.current()).containsExactlyInAnyOrder(words));
    }

    @Test
    void whatIsThereIsReadWholeBeforeItIsShownAndThenWhatComes() {
        try (Follower<List<String>, String> follower = follow("first")) {
            create("first");
            awaitWords(follower);
            send("first", 0, "one", "two");
            awaitWords(follower, "one!", "two!");
        }
        try (Follower<List<String>, String> follower = follow("first")) {
            await().atMost(PATIENCE).until(() -> follower.current() != null);
            assertThat(follower.current()).containsExactly("one", "two");
            assertThat(follower.records()).isEqualTo(2);
        }
    }

    @Test
    void topicsAndPartitionsThatAreAddedAreReadFromTheirBeginning() {
        create("added");
        send("added", 0, "one");
        try (Follower<List<String>, String> follower = follow("added")) {
            awaitWords(follower, "one");
            try (Admin admin = KafkaClients.admin(hub.client())) {
                KafkaCalls.await(
                        "add a partition",
                        admin.createPartitions(Map.of("added", NewPartitions.increaseTo(2)))
                                .all());
            }
            send("added", 1, "two");
            awaitWords(follower, "one", "two!");
            create("added.later");
            send("added.later", 0, "three");
            awaitWords(follower, "one", "two!", "three!");
        }
    }

    @Test
    void ofAPartitionThatIsOfInterestForItsNewsAloneNothingOlderIsRead() {
        create("some");
        create("some.news");
        send("some", 0, "one");
        send("some.news", 0, "old");
        try (Follower<List<String>, String> follower = follow("some")) {
            awaitWords(follower, "one");
            send("some.news", 0, "new");
            awaitWords(follower, "one", "new!");
        }
    }

    @Test
    void aRecordThatCannotBeDecodedIsPassedOverAndWhatStandsBehindItIsRead() {
        create("bad");
        send("bad", 0, "one", "poison", "two");
        try (Follower<List<String>, String> follower = follow("bad")) {
            awaitWords(follower, "one", "two");
            send("bad", 0, "poison", "three");
            awaitWords(follower, "one", "two", "three!");
            assertThat(follower.problem()).isNull();
        }
    }

    @Test
    void aTopicThatIsDeletedAndMadeAgainIsReadAnewAndTheOldIsShownUntilThen() {
        create("anew");
        send("anew", 0, "one", "two");
        try (Follower<List<String>, String> follower = follow("anew")) {
            awaitWords(follower, "one", "two");
            try (Admin admin = KafkaClients.admin(hub.client())) {
                KafkaCalls.await(
                        "delete a topic", admin.deleteTopics(List.of("anew")).all());
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(follower.problem())
                        .isEqualTo("topic anew was deleted while it was read"));
                assertThat(follower.current()).containsExactly("one", "two");
            }
            create("anew");
            send("anew", 0, "three", "four", "five"); // more than there were: no offset tells
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(words(follower)).containsExactly("three", "four", "five"));
            assertThat(follower.problem()).isNull();
        }
    }

    /** Whether they came first or behind. */
    private static List<String> words(Follower<List<String>, String> follower) {
        return Objects.requireNonNull(follower.current()).stream()
                .map(word -> word.replace("!", ""))
                .toList();
    }

    @Test
    void whileTheBrokerIsAwayItWaitsAndGoesOnWhereItWas() {
        create("away");
        send("away", 0, "one");
        try (Follower<List<String>, String> follower = follow("away")) {
            awaitWords(follower, "one");
            List<String> model = follower.current();
            restartBroker();
            send("away", 0, "two");
            awaitWords(follower, "one", "two!");
            assertThat(follower.current()).isSameAs(model);
            assertThat(follower.records()).isEqualTo(2);
        }
    }

    @Test
    void oneThatIsClosedHasEndedAlsoWhileTheBrokerIsAway() {
        create("closed");
        Follower<List<String>, String> follower = follow("closed");
        awaitWords(follower);
        int port = stopBroker();
        follower.close();
        Follower<List<String>, String> late = follow("closed");
        late.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("follow-closed");
        broker = EmbeddedBroker.start(folder.resolve("broker"), port, List.of());
    }

    private static void restartBroker() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), stopBroker(), List.of());
    }

    private static int stopBroker() {
        int port = Integer.parseInt(broker.bootstrapServers().replaceFirst(".*:", ""));
        broker.close();
        return port;
    }
}
