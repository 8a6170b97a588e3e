package io.rollouthub.connect.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class WebhookConfigTest {
    private static final String ADDRESS = "http://127.0.0.1:8000/hook";

    @Test
    void anAddressIsEnough() {
        assertThat(mistakes(Map.of("url", ADDRESS))).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(mistakes(Map.of()))
                .containsExactly("Missing required configuration \"url\" which has no default value.");
        assertThat(mistakes(Map.of("url", ADDRESS, "format", "pagerduty")))
                .containsExactly("pagerduty.routing.key: missing; format is pagerduty, which needs the service's"
                        + " integration key");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(mistakes(Map.of("url", "ftp://x", "format", "slack", "hold-down", "1 day", "timeout.ms", "0")))
                .containsExactlyInAnyOrder(
                        "url: \"ftp://x\" is no address; write it like http://127.0.0.1:9093",
                        "format: \"slack\" is not known; give cloudevents or pagerduty",
                        "hold-down: \"1 day\" is no duration; write a number and s, m, h or d, such as 60s",
                        "Invalid value 0 for configuration timeout.ms: Value must be at least 1");
    }

    @Test
    void nobodyIsKeptWaitingForMoreThanAnHour() {
        assertThat(mistakes(Map.of("url", ADDRESS, "hold-down", "60m"))).isEmpty();
        assertThat(mistakes(Map.of("url", ADDRESS, "hold-down", "0s"))).isEmpty();
        assertThat(mistakes(Map.of("url", ADDRESS, "hold-down", "61m")))
                .containsExactly("hold-down: \"61m\" is longer than an hour, in which nobody would hear of anything;"
                        + " give at most 1h");
    }

    @Test
    void aPlaceForWhatIsToldIsAskedFor() {
        assertThat(mistakes(Map.of("url", ADDRESS, "name", "to all")))
                .containsExactly("name: \"to all\" cannot be part of the topic rollout.told.NAME; take letters, digits,"
                        + " '.', '_' and '-', and not \"import\"");
    }

    @Test
    void oneTaskTellsWhateverIsAllowed() {
        assertThat(new WebhookSinkConnector().taskConfigs(4)).hasSize(1);
    }

    @Test
    void secretsAreNeverShown() {
        assertThat(WebhookConfig.DEF
                        .parse(Map.of(
                                "url",
                                ADDRESS,
                                "signature.secret",
                                "abc",
                                "authorization",
                                "abc",
                                "pagerduty.routing.key",
                                "abc"))
                        .toString())
                .doesNotContain("abc");
    }

    private static List<String> mistakes(Map<String, String> given) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "name",
                "webhook",
                "kafka.bootstrap.servers",
                "127.0.0.1:9092",
                "value.converter.registry.url",
                "http://127.0.0.1:8081"));
        settings.putAll(given);
        return new WebhookSinkConnector()
                .validate(settings).configValues().stream()
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }
}
