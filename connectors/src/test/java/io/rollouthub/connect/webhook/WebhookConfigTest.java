package io.rollouthub.connect.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(mistakes(Map.of("url", "ftp://x", "format", "slack", "max.age", "1 day", "timeout.ms", "0")))
                .containsExactlyInAnyOrder(
                        "url: \"ftp://x\" is no address; write it like http://127.0.0.1:9093",
                        "format: \"slack\" is not known; give cloudevents or pagerduty",
                        "max.age: \"1 day\" is no duration; write a number and s, m, h or d, such as 24h",
                        "Invalid value 0 for configuration timeout.ms: Value must be at least 1");
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

    private static List<String> mistakes(Map<String, String> settings) {
        return new WebhookSinkConnector()
                .validate(settings).configValues().stream()
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }
}
