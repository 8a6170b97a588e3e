package io.rollouthub.bench.peer;

import io.rollouthub.bench.contender.PeerArguments;
import io.rollouthub.bench.contender.PeerContender;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.StreamsProperties;
import io.rollouthub.topology.Arrival;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Runs a topology with the settings of the hub's own two applications, until the bench ends it. */
record PeerStreams(String group, PeerArguments arguments) {
    private static final int PARTITIONS = 6;

    /** Settings for a topology whose operators all have names. */
    TopologyConfig topologyConfig() {
        return new TopologyConfig(new StreamsConfig(properties()));
    }

    /** Makes the topics that it writes to, and runs it. */
    void run(Topology topology, String... outputs) throws InterruptedException {
        try (SchemaRegistry registry = SchemaRegistry.at(arguments.registryUrl(), Map.of())) {
            new Provisioning(settings(), registry)
                    .createTopics(Stream.of(outputs)
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList());
        }
        try (KafkaStreams streams = new KafkaStreams(topology, properties())) {
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.RUNNING) {
                    System.out.println(PeerContender.RUNS);
                }
            });
            streams.start();
            new CountDownLatch(1).await();
        }
    }

    private Properties properties() {
        return StreamsProperties.common(group, settings());
    }

    private HubSettings settings() {
        return new HubSettings(
                arguments.bootstrapServers(),
                arguments.stateDir(),
                Arrival.BROKER_TIME,
                ClockSettings.DEFAULT,
                new Layout(PARTITIONS, 1, (short) 1),
                HubSettings.Ledger.DEFAULT,
                Map.of());
    }
}
