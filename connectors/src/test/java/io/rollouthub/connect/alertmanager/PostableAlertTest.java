package io.rollouthub.connect.alertmanager;

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

class PostableAlertTest {
    private static final Instant LEASE_END = Instant.parse("2006-11-10T09:03:00Z");

    @Test
    void labelsAreIdentityAndNumbersAreAnnotations() throws JsonProcessingException {
        assertThat(posted(SampleAlerts.missed())).isEqualTo(json("""
                {
                  "labels": {
                    "alertname": "MILESTONE_MISSED", "cluster": "south", "subject": "dozen", "severity": "critical",
                    "scope": "commitment"
                  },
                  "annotations": {
                    "summary": "Twelve by October: due 2006-10-31, 3 of 12 live, 9 short",
                    "title": "Twelve by October", "supplier": "fujitsu", "alertId": "south/MILESTONE_MISSED/dozen",
                    "episode": "1", "due": "2006-10-31", "progress": "3", "count": "12", "causes": "fujitsu/npfit-021"
                  },
                  "startsAt": "2006-11-01T00:00:00Z",
                  "endsAt": "2006-11-10T09:03:00Z",
                  "generatorURL": "http://hub/alerts/south/MILESTONE_MISSED/dozen"
                }
                """));
    }

    @Test
    void theLabelsStayTheSameWhateverElseChanges() throws JsonProcessingException {
        Alert other = SampleAlerts.resolved(Alert.newBuilder(SampleAlerts.missed())
                .setSupplier("bt")
                .setProgress(7)
                .setProduct("p")
                .build());

        assertThat(posted(other).get("labels"))
                .isEqualTo(posted(SampleAlerts.missed()).get("labels"));
    }

    @Test
    void anAlertThatIsOverEndsWhenItDid() throws JsonProcessingException {
        Alert resolved = SampleAlerts.resolved(SampleAlerts.missed());
        assertThat(posted(resolved).get("endsAt").textValue()).isEqualTo("2006-12-24T00:00:00Z");
        assertThat(posted(resolved).get("annotations").get("resolution").textValue())
                .isEqualTo("MET_LATE");

        Alert before = Alert.newBuilder(resolved)
                .setEndsAt(SampleAlerts.STARTS.minusSeconds(1))
                .build();
        assertThat(posted(before).get("endsAt").textValue()).isEqualTo("2006-11-01T00:00:00Z");
    }

    @Test
    void theScopeIsThatOfTheSubject() throws JsonProcessingException {
        assertThat(labels(AlertKind.DATE_SLIPPING, "go-live/weston/millennium/R0"))
                .isEqualTo(json("""
                {
                  "alertname": "DATE_SLIPPING", "cluster": "south", "subject": "go-live/weston/millennium/R0",
                  "severity": "critical", "scope": "site", "site": "weston", "product": "millennium", "release": "R0"
                }
                """));
        assertThat(labels(AlertKind.DATE_SLIPPING, "release/millennium/R0")).isEqualTo(json("""
                {
                  "alertname": "DATE_SLIPPING", "cluster": "south", "subject": "release/millennium/R0",
                  "severity": "critical", "scope": "release", "product": "millennium", "release": "R0"
                }
                """));
        assertThat(labels(AlertKind.SUPPLIER_SILENT, "fujitsu")).isEqualTo(json("""
                {
                  "alertname": "SUPPLIER_SILENT", "cluster": "south", "subject": "fujitsu", "severity": "critical",
                  "scope": "supplier", "supplier": "fujitsu"
                }
                """));
    }

    private static JsonNode labels(AlertKind kind, String subject) throws JsonProcessingException {
        return posted(SampleAlerts.of(kind, subject)).get("labels");
    }

    private static JsonNode posted(Alert alert) throws JsonProcessingException {
        return json(PostableAlert.of(SampleAlerts.report(alert), LEASE_END, ConsoleLinks.of("http://hub"))
                .toString());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
