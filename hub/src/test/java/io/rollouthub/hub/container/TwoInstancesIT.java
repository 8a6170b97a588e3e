package io.rollouthub.hub.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.FreePort;
import io.rollouthub.testkit.Guarantee;
import io.rollouthub.testkit.Run;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Network;

/** Kafka, registry and two instances of the hub, each in a container of its own. */
@NeedsImages
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesIT {
    private final Network network = Network.newNetwork();
    private final List<String> promised = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private HubContainer kafka;

    @SuppressWarnings("NullAway.Init")
    private StreamsSite site;

    @SuppressWarnings("NullAway.Init")
    private Outside outside;

    @BeforeAll
    void start() {
        int port = FreePort.any();
        kafka = new HubContainer(
                        "serve",
                        "kafka",
                        "--data",
                        "/var/lib/rollout/kafka",
                        "--advertise",
                        "kafka:9092",
                        "--advertise",
                        "127.0.0.1:" + port,
                        "--insecure")
                .withNetwork(network)
                .withNetworkAliases("kafka")
                .publish(port, port)
                .upWhenItSays("Kafka is up");
        kafka.start();
        site = new StreamsSite(network, "kafka:9092");
        site.apply(folder);
        outside = new Outside("127.0.0.1:" + port, site.registryPort());
    }

    @AfterAll
    void end() {
        outside.close();
        site.close();
        kafka.close();
        network.close();
    }

    @Test
    void oneIsStoppedTheOtherKilledAndNothingIsLostOrDoubled() throws Exception {
        try (HubContainer one = site.instance();
                HubContainer two = site.instance()) {
            promiseEverywhere("both");
            outside.awaitAlerts(3);

            assertThat(one.stopGently()).isEqualTo(143);
            promiseEverywhere("two-alone");
            outside.awaitAlerts(6);

            one.startAgain();
            two.kill();
            Instant killed = Instant.now();
            promiseEverywhere("one-alone");
            outside.awaitAlerts(9);
            outside.hub().awaitTickAfter(killed);
        }
        Run run = outside.hub().run(promised);
        assertThat(run.told()).hasSize(9);
        Guarantee.checkAll(run);
    }

    private void promiseEverywhere(String when) throws Exception {
        for (String cluster : new String[] {"east", "mid", "west"}) {
            promised.add(when + "-" + cluster);
            outside.promise("acme", when + "-" + cluster, cluster);
        }
    }
}
