package io.rollouthub.connect.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.testkit.FreePort;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.Test;

class RolloutAvroConverterTest {
    private final RolloutAvroConverter converter = new RolloutAvroConverter();

    @Test
    void connectFindsItAsAService() {
        assertThat(ServiceLoader.load(Converter.class)).anyMatch(RolloutAvroConverter.class::isInstance);
    }

    @Test
    void aRegistryThatIsAwayIsWorthAnotherTry() throws IOException {
        String url = "http://127.0.0.1:" + FreePort.any();
        converter.configure(Map.of("registry.url", url), false);

        assertThatThrownBy(() -> converter.toConnectData("t", new byte[] {0, 0, 0, 0, 1, 0}))
                .isInstanceOf(RetriableException.class)
                .hasMessageStartingWith("The registry at " + url + " did not answer (to read schema 1): ");
        converter.close();
    }

    @Test
    void aTombstoneStaysOne() {
        converter.configure(Map.of("registry.url", "http://127.0.0.1:1"), false);

        assertThat(converter.toConnectData("t", null)).isEqualTo(SchemaAndValue.NULL);
        assertThat(converter.fromConnectData("t", null, null)).isNull();
    }

    @Test
    void wrongSettingsAreToldWithTheirKey() {
        assertThatThrownBy(() -> converter.configure(Map.of(), false))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Missing required configuration \"registry.url\" which has no default value.");
        assertThatThrownBy(() -> converter.configure(Map.of("registry.url", "localhost:8081"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Invalid value localhost:8081 for configuration registry.url:"
                        + " expected http://HOST:PORT/PATH or https://…");
    }
}
