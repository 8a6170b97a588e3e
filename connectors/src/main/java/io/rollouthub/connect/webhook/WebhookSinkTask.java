package io.rollouthub.connect.webhook;

import io.rollouthub.connect.told.PagingSinkTask;
import io.rollouthub.connect.told.Teller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Tells a web address, by a {@link Delivery}. */
public class WebhookSinkTask extends PagingSinkTask {

    /** As Connect makes it. */
    public WebhookSinkTask() {
        this(InstantSource.system());
    }

    WebhookSinkTask(InstantSource clock) {
        super(clock);
    }

    @Override
    protected final Teller teller(Map<String, String> settings, InstantSource time) {
        return new WebhookConfig(settings).delivery(time);
    }

    @Override
    protected final Duration holdDown(Map<String, String> settings) {
        return new WebhookConfig(settings).holdDown();
    }
}
