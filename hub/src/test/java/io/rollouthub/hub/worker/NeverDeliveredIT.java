package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.producer.Reports;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connector that fails before it has delivered or committed anything. */
@ExtendWith(ConnectExtension.class)
class NeverDeliveredIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate PAST = LocalDate.of(2024, 6, 30);

    @Test
    void itsAlertsWaitFromWhenItWasGivenThemUntilItIsDeleted(RunningConnect hub) throws Exception {
        hub.report(Reports.on("webhook")
                .goLive("never", "wardbook", "R0")
                .planned("nd-1", Instant.now().truncatedTo(ChronoUnit.MILLIS), PAST)
                .by("acme"));
        await("the alert is open").atMost(PATIENCE).until(() -> new HubReader(hub.connection())
                .now().openAlerts().stream()
                        .anyMatch(alert -> alert.getAlertId().contains("never")));
        Map<String, String> config = new HashMap<>(hub.ready("webhook", Map.of("WEBHOOK_URL", "http://127.0.0.1:1")));
        config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        config.remove("value.converter.schema.registry.url");
        config.put("errors.tolerance", "none");
        Instant begin = Instant.now().minusSeconds(1);
        try (Admin admin = KafkaClients.admin(hub.connection().client());
                Undelivered undelivered =
                        new Undelivered(admin, hub.connection().client())) {
            assertThat(undelivered.oldest()).doesNotContainKey("never-delivered");
            hub.rest().configure("never-delivered", config);
            try {
                hub.awaitFailed("never-delivered");

                assertThat(undelivered.oldest().getOrDefault("never-delivered", Optional.empty()))
                        .hasValueSatisfying(since -> assertThat(since).isBetween(begin, Instant.now()));
            } finally {
                hub.rest().delete("never-delivered");
            }
            await("it is known no more")
                    .atMost(PATIENCE)
                    .until(() -> !undelivered.oldest().containsKey("never-delivered"));
        }
    }
}
