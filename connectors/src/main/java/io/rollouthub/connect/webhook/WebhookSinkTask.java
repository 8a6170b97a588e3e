package io.rollouthub.connect.webhook;

import io.rollouthub.connect.Plugin;
import io.rollouthub.connect.alert.AlertReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands transitions to a {@link Delivery}, one after the other, and what is refused to the dead-letter topic. */
public final class WebhookSinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSinkTask.class);

    private final InstantSource clock;
    private final Map<TopicPartition, Long> doneWith = new HashMap<>();
    private @Nullable Delivery delivery;

    /** As Connect makes it. */
    public WebhookSinkTask() {
        this(InstantSource.system());
    }

    WebhookSinkTask(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return Plugin.VERSION;
    }

    @Override
    public void start(Map<String, String> settings) {
        delivery = new WebhookConfig(settings).delivery(clock);
    }

    /**
     * Tells the transitions in their order.
     *
     * @throws RetriableException if the receiver is away; Connect brings the same records again, of which those that
     *     have been told already are passed over
     */
    @Override
    public void put(Collection<SinkRecord> records) {
        Delivery telling = Objects.requireNonNull(delivery, "the task is not started");
        for (SinkRecord each : records) {
            TopicPartition partition = new TopicPartition(each.topic(), each.kafkaPartition());
            if (each.value() != null && each.kafkaOffset() > doneWith.getOrDefault(partition, -1L)) {
                tell(telling, each);
                doneWith.put(partition, each.kafkaOffset());
            }
        }
        telling.tellOfSkipped();
    }

    private void tell(Delivery telling, SinkRecord each) {
        try {
            Duration wait = telling.attempt(AlertReport.of(each.value()));
            if (wait != null) {
                context.timeout(wait.toMillis());
                throw new RetriableException("the receiver is away");
            }
        } catch (RefusedException e) {
            refuse(each, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted while telling the receiver", e);
        }
    }

    private void refuse(SinkRecord each, RefusedException refusal) {
        ErrantRecordReporter reporter = context.errantRecordReporter();
        if (reporter == null) {
            throw new ConnectException(
                    refusal.getMessage() + "; to go on with the next transition, set errors.tolerance to all and"
                            + " errors.deadletterqueue.topic.name to a topic for what is refused");
        }
        LOG.error("{}; the transition of {} goes to the dead-letter topic", refusal.getMessage(), each.key());
        reporter.report(each, refusal);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        partitions.forEach(doneWith::remove);
    }

    @Override
    public void stop() {}
}
