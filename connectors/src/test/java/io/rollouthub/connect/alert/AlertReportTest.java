package io.rollouthub.connect.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.connect.converter.ConnectData;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class AlertReportTest {

    @Test
    void everyFieldIsReadByItsName() {
        assertThat(SampleAlerts.report(SampleAlerts.missed()))
                .isEqualTo(new AlertReport(
                        "south/MILESTONE_MISSED/dozen",
                        "south",
                        "MILESTONE_MISSED",
                        "dozen",
                        1,
                        "OPEN",
                        SampleAlerts.STARTS,
                        null,
                        null,
                        "CRITICAL",
                        "Twelve by October: due 2006-10-31, 3 of 12 live, 9 short",
                        "Twelve by October",
                        "fujitsu",
                        Map.of("due", "2006-10-31", "progress", 3, "count", 12),
                        List.of("fujitsu/npfit-021"),
                        SampleAlerts.STARTS));
    }

    @Test
    void anotherTopicsRecordIsRefusedWithWhatToMend() {
        ReleaseEvent event = new ReleaseEvent(
                "r", Instant.EPOCH, "acme", "east", "p", "1", ReleaseStage.POSTPONED, null, null, null);

        assertThatThrownBy(() -> AlertReport.of(new ConnectData().of(event).value()))
                .hasMessage(
                        "this is no alert: it has no alertId; set topics to that of the alerts or of their transitions");
        assertThatThrownBy(() -> AlertReport.of("text"))
                .hasMessage("expected an alert with a schema, found String; set value.converter to"
                        + " io.rollouthub.connect.converter.RolloutAvroConverter");
    }

    @Test
    void aLinkIsThatOfTheConsole() {
        assertThat(ConsoleLinks.of("http://127.0.0.1:8080/").alert("south/MILESTONE_MISSED/go-live/weston/m/R0"))
                .isEqualTo("http://127.0.0.1:8080/alerts/south/MILESTONE_MISSED/go-live/weston/m/R0");
        assertThat(ConsoleLinks.of("").alert("x")).isNull();
        assertThatThrownBy(() -> ConsoleLinks.requireUrl("console.url", "localhost:80", true))
                .isInstanceOf(ConfigException.class)
                .hasMessage("console.url: \"localhost:80\" is no address; write it like http://127.0.0.1:9093");
    }
}
