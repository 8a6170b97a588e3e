package io.rollouthub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertisedTest {
    @Test
    void isANameOrAnAddressWithAPort() {
        assertThat(Advertised.parse("kafka.example:9092")).isEqualTo(new Advertised("kafka.example", 9092));
        assertThat(Advertised.parse("[::1]:1")).hasToString("[::1]:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kafka", "kafka:", ":9092", "kafka:0", "kafka:65536", "PLAINTEXT://kafka:9092", "a b:1"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Advertised.parse(text)).hasMessage("is not HOST:PORT, such as kafka:9092");
    }
}
