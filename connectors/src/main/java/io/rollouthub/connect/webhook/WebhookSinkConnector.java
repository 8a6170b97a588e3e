package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.AlertSinkConnector;

/** The webhook sink, whose tasks each tell of some partitions, in their order. */
public final class WebhookSinkConnector extends AlertSinkConnector {

    public WebhookSinkConnector() {
        super(WebhookConfig.DEF, WebhookConfig::new, WebhookConfig.ROUTING_KEY, WebhookSinkTask.class);
    }
}
