package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class LogTest {
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final LoggerContext logs = new LoggerContext();
    private final Logger logger = logs.getLogger("org.apache.kafka.Broker");

    @BeforeEach
    void readTheConfiguration() throws Exception {
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        logs.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logs);
        configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
    }

    @AfterEach
    void giveStandardErrorBack() {
        System.setErr(realErr);
        logs.stop();
    }

    @Test
    void aWarningIsOneLineWithItsReason() {
        logger.warn("no answer", new IOException("reset by peer"));
        logger.info("all well");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("WARN  Broker: no answer (java.io.IOException: reset by peer)\n");
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.kafka.controller.QuorumController, WARN",
        "org.apache.kafka.controller.ReplicationControlManager, ERROR",
        "org.apache.kafka.server.BrokerLifecycleManager, WARN",
        "kafka.server.ControllerApis, ERROR",
        "kafka.server.BrokerServer, ERROR",
        "kafka.server.SharedServer, ERROR",
        "kafka.server.DefaultAutoTopicCreationManager, WARN",
        "org.apache.kafka.clients.NetworkClient, WARN",
        "org.apache.kafka.clients.producer.internals.Sender, WARN",
        "org.apache.kafka.clients.producer.KafkaProducer, ERROR",
        "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils, WARN",
        "org.apache.kafka.common.config.AbstractConfig, WARN",
        "org.apache.kafka.streams.StreamsConfig, WARN"
    })
    void knownNoiseIsLeftOutUnlessAskedFor(String name, String level) {
        Logger noisy = logs.getLogger(name);
        noisy.atLevel(Level.valueOf(level)).log("as always");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();

        Logs.verbose(logs);
        noisy.atLevel(Level.valueOf(level)).setCause(new IOException("reset")).log("as always");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("as always", "\tat " + LogTest.class.getName());
    }

    @Test
    void whatKafkasClientsWarnOfIsToldWhereAHubRunsButNotWhatTheyTryAgain() {
        String name = "org.apache.kafka.clients.NetworkClient";
        Runnable hush = Logs.ofHub(logs);
        logs.getLogger(name).warn("could not be established");
        logs.getLogger("org.apache.kafka.clients.producer.internals.Sender").warn("retrying");
        hush.run();
        logs.getLogger(name).warn("closed twice");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("could not be established")
                .doesNotContain("retrying")
                .doesNotContain("closed twice");
    }

    @ParameterizedTest
    @CsvSource({
        "io.rollouthub.runtime.ThreadFailures, WARN",
        "org.apache.kafka.clients.NetworkClient, ERROR",
        "org.apache.kafka.clients.producer.internals.Sender, ERROR",
        "org.apache.kafka.controller.QuorumController, ERROR",
        "kafka.server.ReplicaManager, WARN",
        "org.apache.kafka.streams.processor.internals.StreamThread, WARN",
        "org.apache.kafka.storage.internals.log.LogManager, WARN"
    })
    void whatAnOperatorHasToKnowIsToldWhicheverTheWords(String name, String level) {
        logs.getLogger(name).atLevel(Level.valueOf(level)).log("Fatal error during broker startup");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Fatal error during broker startup");
    }
}
