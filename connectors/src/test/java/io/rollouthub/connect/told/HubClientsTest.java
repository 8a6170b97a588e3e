package io.rollouthub.connect.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.topic.Prefix;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class HubClientsTest {
    private static final Map<String, String> WORKER = Map.of(
            "bootstrap.servers", "worker:9092",
            "admin.security.protocol", "SASL_SSL",
            "producer.security.protocol", "SASL_SSL",
            "value.converter.registry.url", "http://registry");

    @Test
    void aSinkReachesKafkaAndTheRegistryAsItsWorkerDoes() {
        assertThat(HubClients.of(Map.of(), WORKER))
                .isEqualTo(new HubClients(
                        Prefix.own(),
                        Map.of("bootstrap.servers", "worker:9092", "security.protocol", "SASL_SSL"),
                        Map.of("url", "http://registry")));
    }

    @Test
    void itsOwnSettingsComeFirst() {
        Map<String, String> own = Map.of(
                "kafka.bootstrap.servers", "own:9092",
                "kafka.security.protocol", "PLAINTEXT",
                "value.converter.registry.url", "http://other");

        assertThat(HubClients.of(own, WORKER))
                .isEqualTo(new HubClients(
                        Prefix.own(),
                        Map.of("bootstrap.servers", "own:9092", "security.protocol", "PLAINTEXT"),
                        Map.of("url", "http://other")));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> HubClients.of(Map.of(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("kafka.bootstrap.servers: missing; what has been told is kept");
        assertThatThrownBy(() -> HubClients.of(Map.of("kafka.bootstrap.servers", "own:9092"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("set value.converter.registry.url in the connector's own configuration");
    }

    @Test
    void aNameThatNoTopicCanHaveIsRefused() {
        assertThat(ConnectorName.of(Map.of("name", "pager.duty_1"))).isEqualTo("pager.duty_1");
        for (String name : new String[] {"", "pager duty", "import"}) {
            assertThatThrownBy(() -> ConnectorName.of(Map.of("name", name)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("name: \"" + name + "\" cannot be part of the topic rollout.told.NAME; take letters,"
                            + " digits, '.', '_' and '-', and not \"import\"");
        }
    }
}
