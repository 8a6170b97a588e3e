package io.rollouthub.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Severity;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The first reset of a hub of release 0.1.0 that had paged: neither what was told nor its schema was kept there. */
class ResetOfBeforeIT {
    private static final TopicPartition TRANSITIONS = new TopicPartition(Topics.ALERT_TRANSITIONS.name(), 0);

    @Test
    void keepsWhatAConnectorHadHandedOnAsTold() throws Exception {
        try (LocalHub hub = LocalHub.start(null)) {
            Connection at = hub.connection();
            assertThat(Cli.on(at, "admin", "apply", "--programme", "../examples/npfit/programme.yaml"))
                    .returns(0, Cli::exitCode);
            page(at);
            forgetSchema(at);

            assertThat(Cli.on(at, "reset", "--yes"))
                    .satisfies(reset ->
                            assertThat(reset.exitCode()).as(reset.err()).isZero());

            List<String> told = new ArrayList<>();
            try (TopicReader reader =
                    new TopicReader(at.client(), List.of(ToldTopics.of("pager").name()))) {
                reader.readToEnd(record -> told.add(record.key()));
            }
            assertThat(told).containsExactly("south/MILESTONE_MISSED/m/1");
        }
    }

    /** An alert, and how far a connector was: past it. */
    private static void page(Connection hub) throws Exception {
        AlertTransition opened = AlertTransition.newBuilder()
                .setAlertId("south/MILESTONE_MISSED/m")
                .setCluster("south")
                .setKind(AlertKind.MILESTONE_MISSED)
                .setSubject("m")
                .setEpisode(1)
                .setState(AlertState.OPEN)
                .setStartsAt(Instant.EPOCH)
                .setSeverity(Severity.CRITICAL)
                .setTitle("M")
                .setSummary("m")
                .setCauses(List.of())
                .setAt(Instant.EPOCH)
                .build();
        byte[] value = new AvroWriter(hub.registry()).write(Topics.ALERT_TRANSITIONS.subject(), opened);
        try (Producer<String, byte[]> producer = KafkaClients.producer(hub.client(), Map.of());
                Admin admin = KafkaClients.admin(hub.client())) {
            producer.send(new ProducerRecord<>(TRANSITIONS.topic(), 0, "south", value))
                    .get(30, TimeUnit.SECONDS);
            KafkaCalls.await(
                    "commit",
                    admin.alterConsumerGroupOffsets("connect-pager", Map.of(TRANSITIONS, new OffsetAndMetadata(1)))
                            .all());
        }
    }

    private static void forgetSchema(Connection hub) throws Exception {
        URI subject = URI.create(hub.registry().address() + "/subjects/" + ToldTopics.IMPORT.subject());
        HttpRequest delete = HttpRequest.newBuilder(subject).DELETE().build();
        assertThat(HttpClient.newHttpClient()
                        .send(delete, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
