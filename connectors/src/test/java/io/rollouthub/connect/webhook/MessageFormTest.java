package io.rollouthub.connect.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.connect.alert.ConsoleLinks;
import io.rollouthub.connect.alert.SampleAlerts;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageFormTest {
    private static final ConsoleLinks CONSOLE = ConsoleLinks.of("http://hub");
    private static final Alert MISSED = SampleAlerts.missed();

    @Test
    void aTransitionIsOneCloudEvent() throws JsonProcessingException {
        Message message = new CloudEventForm("/npfit", CONSOLE).of(SampleAlerts.report(MISSED));

        assertThat(message.contentType()).isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(message.key()).isEqualTo("south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z");
        assertThat(json(message.body())).isEqualTo(json("""
                {
                  "specversion": "1.0",
                  "id": "south/MILESTONE_MISSED/dozen;1;OPEN;2006-11-01T00:00:00Z",
                  "source": "/npfit",
                  "type": "io.rollouthub.alert.open",
                  "subject": "south/MILESTONE_MISSED/dozen",
                  "time": "2006-11-01T00:00:00Z",
                  "datacontenttype": "application/json",
                  "data": {
                    "alertId": "south/MILESTONE_MISSED/dozen", "cluster": "south", "kind": "MILESTONE_MISSED",
                    "subject": "dozen", "episode": 1, "state": "OPEN", "startsAt": "2006-11-01T00:00:00Z",
                    "severity": "CRITICAL", "summary": "Twelve by October: due 2006-10-31, 3 of 12 live, 9 short",
                    "title": "Twelve by October", "supplier": "fujitsu", "due": "2006-10-31", "progress": 3, "count": 12,
                    "causes": ["fujitsu/npfit-021"], "link": "http://hub/alerts/south/MILESTONE_MISSED/dozen"
                  }
                }
                """));
    }

    @Test
    void theEndIsAnotherEventThanTheBeginning() throws JsonProcessingException {
        Message message = new CloudEventForm("/npfit", CONSOLE).of(SampleAlerts.report(SampleAlerts.resolved(MISSED)));

        assertThat(message.key()).isEqualTo("south/MILESTONE_MISSED/dozen;1;RESOLVED;2006-11-01T00:00:00Z");
        JsonNode event = json(message.body());
        assertThat(event.get("type").textValue()).isEqualTo("io.rollouthub.alert.resolved");
        assertThat(event.get("data").get("endsAt").textValue()).isEqualTo("2006-12-24T00:00:00Z");
        assertThat(event.get("data").get("resolution").textValue()).isEqualTo("MET_LATE");
    }

    @Test
    void anAlertTriggersAnIncidentOfPagerDuty() throws JsonProcessingException {
        Message message = new PagerDutyForm("key", CONSOLE).of(SampleAlerts.report(MISSED));

        assertThat(message.contentType()).isEqualTo("application/json");
        assertThat(json(message.body())).isEqualTo(json("""
                {
                  "routing_key": "key",
                  "event_action": "trigger",
                  "dedup_key": "south/MILESTONE_MISSED/dozen",
                  "client": "Rollout Hub",
                  "client_url": "http://hub/alerts/south/MILESTONE_MISSED/dozen",
                  "payload": {
                    "summary": "Twelve by October: due 2006-10-31, 3 of 12 live, 9 short",
                    "source": "south", "severity": "critical", "timestamp": "2006-11-01T00:00:00Z",
                    "component": "dozen", "group": "south", "class": "MILESTONE_MISSED",
                    "custom_details": {
                      "alertId": "south/MILESTONE_MISSED/dozen", "episode": 1, "title": "Twelve by October",
                      "supplier": "fujitsu", "due": "2006-10-31", "progress": 3, "count": 12,
                      "causes": "fujitsu/npfit-021"
                    }
                  }
                }
                """));
    }

    @Test
    void itsEndResolvesTheIncident() throws JsonProcessingException {
        Message message = new PagerDutyForm("key", CONSOLE).of(SampleAlerts.report(SampleAlerts.resolved(MISSED)));

        assertThat(json(message.body())).isEqualTo(json("""
                {"routing_key": "key", "event_action": "resolve", "dedup_key": "south/MILESTONE_MISSED/dozen"}
                """));
    }

    @Test
    void anAlertIdTooLongForPagerDutyIsHashed() throws JsonProcessingException {
        Alert longest = SampleAlerts.of(
                AlertKind.MILESTONE_AT_RISK,
                String.join("/", "go-live", "s".repeat(64), "p".repeat(64), "r".repeat(64)));
        longest.put("alertId", "c".repeat(64) + longest.getAlertId());

        Message message = new PagerDutyForm("key", CONSOLE).of(SampleAlerts.report(longest));

        assertThat(json(message.body()).get("dedup_key").textValue()).matches("[0-9a-f]{64}");
    }

    @Test
    void aSignatureProvesBodyAndTime() {
        // Expected by: printf '1162339200.{}' | openssl dgst -sha256 -hmac secret
        assertThat(Signature.of("{}", Instant.ofEpochSecond(1_162_339_200), "secret"))
                .isEqualTo("t=1162339200,v1=9de28bba91214ad87cf9baecf3067615efbf50d877023fe60bafb92df9a38815");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
