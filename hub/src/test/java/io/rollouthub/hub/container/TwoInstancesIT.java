package io.rollouthub.hub.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
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
        int port = HubContainer.freePort();
        kafka = new HubContainer(
                        "serve",
                        "kafka",
                        "--data",
                        "/var/lib/rollout/kafka",
                        "--advertise",
                        "kafka:9092",
                        "--advertise",
                        "127.0.0.1:" + port)
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
    void one_is_stopped_the_other_killed_and_nothing_is_lost_or_doubled() throws Exception {
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
        assertThat(outside.hub().judged()).hasSize(9).allSatisfy((event, times) -> assertThat(times)
                .isOne());
        assertThat(outside.hub().now().transitions()).hasSize(9);
        outside.hub().ticks().forEach(ticks -> assertThat(ticks).isSorted().doesNotHaveDuplicates());
    }

    private void promiseEverywhere(String when) throws Exception {
        for (String cluster : new String[] {"east", "mid", "west"}) {
            outside.promise("acme", when + "-" + cluster, cluster);
        }
    }
}
