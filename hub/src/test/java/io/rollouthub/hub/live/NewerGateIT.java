package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.StreamsFailedException;
import io.rollouthub.topic.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade in which a gate is newer than the ledger that reads its journal. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewerGateIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();
    private final String journal = Topics.JOURNAL.subject();

    @BeforeAll
    void prepare() {
        LiveProgramme.apply(
                LiveProgramme.write(folder, "Europe/London"),
                connection.bootstrapServers(),
                connection.registry().address());
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void schemasOfWhatGatesAndLedgersShareMayOnlyGrow() {
        assertThat(List.of(Topics.JOURNAL, Topics.PROGRAMME, Topics.CONTROL))
                .allSatisfy(topic -> assertThat(connection.registry().compatibility(topic.subject()))
                        .isEqualTo("BACKWARD_TRANSITIVE"));
        assertThatThrownBy(() -> connection
                        .registry()
                        .register(journal, NewerJournal.withoutAKind().toString()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    @Order(2)
    void aKindMoreStopsTheLedgerWithASentenceUntilItIsNewerItself() throws Exception {
        int newer =
                connection.registry().register(journal, NewerJournal.withAKind().toString());
        HttpSettings http = HttpSettings.loopback(0);
        Settings given = Settings.read(null, Map.of(), Map.of());
        try (Monitoring monitoring = new Monitoring(connection, given.clock());
                HttpServer server = HttpServer.start(http, monitoring.routes(http));
                HubStreams streams =
                        HubStreams.start(settings(connection), connection.registry(), monitoring.listener())) {
            monitoring.watch(streams);
            try (Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of())) {
                byte[] entry = NewerJournal.escalation(newer, Instant.now());
                producer.send(new ProducerRecord<>(Topics.JOURNAL.name(), "east", entry))
                        .get();
            }
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                HttpResponse<String> ready = Scrape.get(server.address() + "health/ready");
                assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503);
                assertThat(ready.body())
                        .contains("the streams application has stopped", "io.rollouthub.journal.Escalation");
            });
            assertThatThrownBy(streams::check)
                    .isInstanceOf(StreamsFailedException.class)
                    .hasMessageContaining("io.rollouthub.journal.Escalation");
        }
        assertThat(Cli.on(connection, "streams")).returns(1, Cli::exitCode).satisfies(stopped -> assertThat(
                        stopped.err())
                .contains("io.rollouthub.journal.Escalation", "which this program does not know"));
    }

    private static HubSettings settings(Connection at) {
        return Settings.read(null, Map.of(), Map.of()).streams(at);
    }
}
