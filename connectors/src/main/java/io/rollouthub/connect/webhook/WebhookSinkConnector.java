package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.AlertSinkConnector;
import io.rollouthub.connect.told.ConnectorName;
import io.rollouthub.connect.told.HubClients;
import java.util.Map;

/** The webhook sink, whose one task tells of all partitions, each in its order. */
public final class WebhookSinkConnector extends AlertSinkConnector {

    public WebhookSinkConnector() {
        super(
                WebhookConfig.DEF,
                Map.of(
                        WebhookConfig.ROUTING_KEY, WebhookConfig::new,
                        WebhookConfig.BOOTSTRAP, WebhookSinkConnector::requireTopic),
                WebhookSinkTask.class);
    }

    private static void requireTopic(Map<String, String> settings) {
        ConnectorName.of(settings);
        HubClients.of(settings);
    }

    @Override
    protected int tasks(int most) {
        return 1; // what has been told has one place
    }
}
