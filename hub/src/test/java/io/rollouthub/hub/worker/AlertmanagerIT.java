package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.producer.CommitmentReports;
import io.rollouthub.producer.GoLiveReports;
import io.rollouthub.producer.Reports;
import io.rollouthub.testkit.NeedsProgram;
import io.rollouthub.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Alerts in a real Alertmanager, with the inhibition of our example, while either side restarts. */
@ExtendWith(ConnectExtension.class)
@NeedsProgram({Program.ALERTMANAGER, Program.AMTOOL})
class AlertmanagerIT {
    private static final String CLUSTER = "alertmanager";
    private static final Path EXAMPLE = Path.of("..", "ops", "alertmanager", "alertmanager.yaml");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate PAST = LocalDate.of(2024, 6, 30);
    private static final GoLiveReports WESTON = Reports.on(CLUSTER).goLive("weston", "wardbook", "R0");
    private static final CommitmentReports DOZEN = Reports.on(CLUSTER).commitment("dozen", "Twelve sites");

    @TempDir
    private Path dir;

    @Tag("full")
    @Test
    void anAlertStaysOpenUntilItResolvesWhoeverRestarts(RunningConnect hub) throws Exception {
        try (WebReceiver people = new WebReceiver(request -> 200);
                LocalAlertmanager alertmanager = new LocalAlertmanager(config(people), dir)) {
            assertThat(alertmanager.amtool("check-config", EXAMPLE.toString())).contains("SUCCESS");
            Map<String, String> config =
                    new HashMap<>(hub.ready("alertmanager", Map.of("ALERTMANAGER_URL", alertmanager.url())));
            config.put("resend.ms", "1000");
            hub.run("alertmanager", config);

            hub.report(WESTON.planned("am-1", now(), PAST).by("acme"));
            JsonNode opened = await("the alert")
                    .atMost(PATIENCE)
                    .until(() -> alert(alertmanager, "site"), Optional::isPresent)
                    .orElseThrow();
            itSaysWhatItShould(opened);
            assertThat(alertmanager.amtool("alert", "query", "scope=site", "--alertmanager.url=" + alertmanager.url()))
                    .contains("MILESTONE_MISSED");

            alertmanager.restartWithoutMemory();
            await("the alert in an Alertmanager that had forgotten it")
                    .atMost(PATIENCE)
                    .until(() -> alert(alertmanager, "site").isPresent());

            hub.killWorker();
            Instant killed = Instant.now();
            hub.restartWorker();
            await("the alert kept by the worker that was restarted")
                    .atMost(PATIENCE)
                    .until(() -> alert(alertmanager, "site")
                            .filter(alert -> Instant.parse(
                                            alert.get("updatedAt").textValue())
                                    .isAfter(killed))
                            .isPresent());

            hub.report(DOZEN.committed("am-2", now(), PAST).by("acme"));
            await("the site's alert inhibited by the commitment's")
                    .atMost(PATIENCE)
                    .until(() -> alert(alertmanager, "site")
                            .filter(alert -> alert.at("/status/inhibitedBy").size() == 1)
                            .isPresent());
            assertThat(notified(people, "resolved")).as("falsely resolved").isEmpty();

            hub.report(DOZEN.met("am-3", now(), PAST.plusDays(9)).by("acme"));
            hub.report(WESTON.live("am-4", now(), PAST.plusDays(3)).by("acme"));
            await("both alerts over")
                    .atMost(PATIENCE)
                    .until(() -> alertmanager.alerts(CLUSTER).isEmpty());
            assertThat(alertmanager.amtool(
                            "alert", "query", "cluster=" + CLUSTER, "--alertmanager.url=" + alertmanager.url()))
                    .doesNotContain("MILESTONE_MISSED");
            await("people told that the commitment was met late")
                    .atMost(PATIENCE)
                    .until(() -> notified(people, "resolved").contains("commitment"));
        } finally {
            hub.rest().delete("alertmanager");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void itSaysWhatItShould(JsonNode alert) {
        assertThat(alert.at("/labels/alertname").textValue()).isEqualTo("MILESTONE_MISSED");
        assertThat(alert.at("/labels/site").textValue()).isEqualTo("weston");
        assertThat(alert.at("/labels/severity").textValue()).isEqualTo("critical");
        assertThat(alert.at("/annotations/supplier").textValue()).isEqualTo("acme");
        assertThat(alert.at("/generatorURL").textValue())
                .endsWith("/alerts/alertmanager/MILESTONE_MISSED/go-live/weston/wardbook/R0");
        assertThat(Instant.parse(alert.at("/startsAt").textValue())).isEqualTo(Instant.parse("2024-06-30T23:00:00Z"));
        assertThat(Instant.parse(alert.at("/endsAt").textValue())).isAfter(Instant.now());
    }

    private static Optional<JsonNode> alert(LocalAlertmanager alertmanager, String scope) {
        return alertmanager.alerts(CLUSTER).stream()
                .filter(alert -> alert.at("/labels/scope").textValue().equals(scope))
                .filter(alert -> alert.at("/labels/alertname").textValue().equals("MILESTONE_MISSED"))
                .findFirst();
    }

    /** The scopes of the cluster's alerts of which people were told that they are in a state. */
    private static List<String> notified(WebReceiver people, String state) throws IOException {
        List<String> scopes = new ArrayList<>();
        for (WebReceiver.Request request : people.requests()) {
            for (JsonNode alert : new ObjectMapper().readTree(request.body()).get("alerts")) {
                if (alert.at("/status").textValue().equals(state)
                        && alert.at("/labels/cluster").textValue().equals(CLUSTER)) {
                    scopes.add(alert.at("/labels/scope").textValue());
                }
            }
        }
        return scopes;
    }

    /** The example, with somebody to tell, and no patience. */
    private Path config(WebReceiver people) throws IOException {
        String told = "\n    webhook_configs: [{url: '" + people.url() + "', send_resolved: true}]";
        String example = Files.readString(EXAMPLE);
        return Files.writeString(
                dir.resolve("alertmanager.yaml"),
                example.replace("group_wait: 30s", "group_wait: 0s")
                        .replace("group_interval: 5m", "group_interval: 1s")
                        .replace("- name: programme-office", "- name: programme-office" + told)
                        .replace("- name: pager", "- name: pager" + told));
    }
}
