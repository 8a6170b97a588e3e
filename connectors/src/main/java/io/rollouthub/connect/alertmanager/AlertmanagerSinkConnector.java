package io.rollouthub.connect.alertmanager;

import io.rollouthub.connect.alert.AlertSinkConnector;
import java.util.Map;

/** The sink to Alertmanager, whose tasks each keep the alerts of some partitions. */
public final class AlertmanagerSinkConnector extends AlertSinkConnector {

    public AlertmanagerSinkConnector() {
        super(
                AlertmanagerConfig.DEF,
                Map.of(AlertmanagerConfig.RESEND, AlertmanagerConfig::new),
                AlertmanagerSinkTask.class);
    }
}
