package io.rollouthub.producer;

import static io.rollouthub.producer.FakeHub.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.producer.ClientSettings.Waiting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

    @Test
    void secretsAreNotPrinted() {
        assertThat(settings()
                        .withKafka(Map.of("sasl.jaas.config", "hunter2"))
                        .withRegistry(Map.of("basic.auth.user.info", "me:hunter2"))
                        .toString())
                .contains("sasl.jaas.config", "basic.auth.user.info")
                .doesNotContain("hunter2");
    }

    @Test
    void whatIsNoIdentifierIsNoSupplier() {
        assertThatThrownBy(() -> ClientSettings.of("kafka:9092", "http://registry", "a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("supplier is \"a b\"; an identifier is 1 to 64 of A-Z a-z 0-9 . -, but not . or .. alone");
    }

    @Test
    void nobodyWaitsForLessThanNothing() {
        assertThatThrownBy(() -> new Waiting(true, Duration.ZERO, Duration.ofMillis(-1), Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Waiting(true, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheClientReliesOnCannotBeSetOtherwise() {
        ClientSettings careless = settings()
                .withKafka(Map.of(
                        "acks", "1",
                        "enable.idempotence", "false",
                        "isolation.level", "read_uncommitted",
                        "bootstrap.servers", "elsewhere:9092",
                        "security.protocol", "SSL"));

        assertThat(Connections.producerProperties(Connections.common(careless)))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("security.protocol", "SSL");
        assertThat(Connections.consumerProperties(Connections.common(careless)))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("security.protocol", "SSL")
                .doesNotContainKey("group.id");
    }

    @Test
    void anAddressThatCannotBeResolvedIsNamed() {
        assertThatThrownBy(() -> SupplierClient.connect(
                        ClientSettings.of("no-such-host.invalid:9092", "http://localhost:1", "fujitsu")))
                .isInstanceOf(SupplierClientException.class)
                .hasMessageStartingWith("Kafka at no-such-host.invalid:9092: ")
                .hasMessageContaining("No resolvable bootstrap urls");
    }
}
