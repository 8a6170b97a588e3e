package io.rollouthub.connect.alert;

import io.rollouthub.connect.converter.ConnectData;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Resolution;
import io.rollouthub.output.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.connect.data.SchemaAndValue;

/** Alerts as the hub publishes them. */
public final class SampleAlerts {
    public static final Instant STARTS = Instant.parse("2006-11-01T00:00:00Z");
    public static final Instant ENDS = Instant.parse("2006-12-24T00:00:00Z");

    private static final ConnectData DATA = new ConnectData();

    private SampleAlerts() {}

    /** The missed promise of twelve sites. */
    public static Alert missed() {
        return Alert.newBuilder()
                .setAlertId("south/MILESTONE_MISSED/dozen")
                .setCluster("south")
                .setKind(AlertKind.MILESTONE_MISSED)
                .setSubject("dozen")
                .setEpisode(1)
                .setState(AlertState.OPEN)
                .setStartsAt(STARTS)
                .setSeverity(Severity.CRITICAL)
                .setSummary("Twelve by October: due 2006-10-31, 3 of 12 live, 9 short")
                .setTitle("Twelve by October")
                .setSupplier("fujitsu")
                .setDue(LocalDate.of(2006, 10, 31))
                .setProgress(3)
                .setCount(12)
                .setCauses(List.of("fujitsu/npfit-021"))
                .setAt(STARTS)
                .build();
    }

    /** Another one. */
    public static Alert of(AlertKind kind, String subject) {
        Alert alert = missed();
        alert.put("alertId", "south/" + kind + "/" + subject);
        alert.put("kind", kind);
        alert.put("subject", subject);
        return alert;
    }

    /** The same, over. */
    public static Alert resolved(Alert alert) {
        Alert resolved = Alert.newBuilder(alert).build();
        resolved.put("state", AlertState.RESOLVED);
        resolved.put("endsAt", ENDS);
        resolved.put("resolution", Resolution.MET_LATE);
        resolved.put("at", ENDS);
        return resolved;
    }

    /** As the converter hands it to a sink. */
    public static SchemaAndValue struct(Alert alert) {
        return DATA.of(alert);
    }

    /** As a sink reads it. */
    public static AlertReport report(Alert alert) {
        return AlertReport.of(struct(alert).value());
    }
}
