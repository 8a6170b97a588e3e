package io.rollouthub.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class AlertmanagerConfigTest {

    @Test
    void anAddressIsEnough() {
        assertThat(mistakes(Map.of("alertmanager.urls", "http://127.0.0.1:9093")))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(mistakes(Map.of()))
                .containsExactly("Missing required configuration \"alertmanager.urls\" which has no default value.");
        assertThat(mistakes(Map.of("alertmanager.urls", "")))
                .containsExactly("alertmanager.urls: give at least one address, such as http://127.0.0.1:9093");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(mistakes(Map.of(
                        "alertmanager.urls", "http://127.0.0.1:9093, alertmanager:9093",
                        "console.url", "hub")))
                .containsExactlyInAnyOrder(
                        "alertmanager.urls: \"alertmanager:9093\" is no address; write it like http://127.0.0.1:9093",
                        "console.url: \"hub\" is no address; write it like http://127.0.0.1:9093");
    }

    @Test
    void aLeaseOutlivesAPostThatFails() {
        assertThat(mistakes(Map.of("alertmanager.urls", "http://127.0.0.1:9093", "lease.ms", "40000")))
                .containsExactly(
                        "resend.ms: 30000 is more than half of lease.ms, which is 40000; one post that fails would"
                                + " let open alerts end");
    }

    private static List<String> mistakes(Map<String, String> settings) {
        return new AlertmanagerSinkConnector()
                .validate(settings).configValues().stream()
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }
}
