package io.rollouthub.hub.container;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;

/** The hub's image beside the image of Kafka's own makers. */
@NeedsImages(ApacheKafkaIT.KAFKA)
class ApacheKafkaIT {
    static final String KAFKA = "apache/kafka:4.3.1";
    private static final String INSIDE = "kafka:19092";

    @TempDir
    private Path folder;

    @Test
    void anInstanceRunsOnItAndAnAlertComesOut() throws Exception {
        try (Network network = Network.newNetwork();
                KafkaContainer kafka =
                        new KafkaContainer(KAFKA).withNetwork(network).withListener(INSIDE)) {
            kafka.start();
            try (StreamsSite site = new StreamsSite(network, INSIDE);
                    Outside outside = new Outside(kafka.getBootstrapServers(), site.registryPort())) {
                site.apply(folder);
                try (HubContainer instance = site.instance()) {
                    outside.promise("acme", "promise", "east");
                    outside.awaitAlerts(1);
                }
            }
        }
    }
}
