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

    @Test
    void knownNoiseIsLeftOutUnlessAskedFor() {
        logger.warn("[QuorumController id=1] Performing controller activation.");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();

        Logs.verbose(logs);
        logger.warn("[QuorumController id=1] Performing controller activation.", new IOException("reset"));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Performing", "\tat " + LogTest.class.getName());
    }
}
