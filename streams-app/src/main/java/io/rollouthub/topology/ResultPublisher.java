package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.journal.Parked;
import io.rollouthub.output.Progress;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Passes the ledger's results on to the sinks of their topics, each as a CloudEvent; rejections with the reason. */
record ResultPublisher(
        ProcessorContext<String, Object> context, CloudEvents events, FlowListener listener, JournalKnowledge known) {
    /**
     * A value, null a tombstone, on its way to a topic of results, where it goes to the partition that its entry had in the journal,
     * so that a cluster's order survives.
     */
    record Placed(int partition, @Nullable SpecificRecord value) {}

    /** Publishes what follows from the entry at hand. */
    void publish(Result result) {
        if (result instanceof Rejection rejection) {
            publish(rejection);
        } else {
            publish(result, false);
        }
    }

    /** Publishes what is told in a round. */
    void publishFigures(Result result) {
        publish(result, true);
    }

    private void publish(Result result, boolean isFigures) {
        Topic<?> topic = Outputs.topicOf(result);
        int partition = context.taskId().partition(); // the journal's: what was gathered comes of no record
        forward(
                result,
                new Placed(partition, result.value()),
                events.headers(topic, result, isFigures),
                Sinks.of(topic));
    }

    /** Tells how far the ledger is; that is the hub's own affair, and no event. */
    void publish(Progress progress) {
        String key = Integer.toString(progress.getPartition());
        context.forward(
                new Record<>(key, new Placed(progress.getPartition(), progress), time()), Sinks.of(Topics.PROGRESS));
    }

    /** Where its supplier's topic of rejected records does not take it, nobody waits for that: it is left where it stands. */
    private void publish(Rejection rejection) {
        RejectionHeaders why = Outputs.why(rejection);
        String supplier = SupplierTopics.supplierOf(why.origin().getTopic());
        if (known.topics().test(SupplierTopics.rejected(supplier))) {
            RecordHeaders headers = new RecordHeaders();
            why.addTo(headers);
            forward(rejection, rejection.value(), headers, Sinks.REJECTED);
        } else {
            Parked parked = known.attempts().park(why.origin(), why.refusal());
            context.forward(new Record<>(FailedAttempts.keyOf(parked), parked, time()), Sinks.of(Topics.PARKED));
        }
        listener.refused(rejection.entry().report().supplier(), why.refusal().reason());
    }

    private void forward(Result result, Object value, RecordHeaders headers, String sink) {
        context.forward(new Record<>(result.key(), value, time(), headers), sink);
    }

    /** Kafka's time of what is written: that of the latest entry; a ledger that continues has read none yet. */
    private long time() {
        return Math.max(0, context.currentStreamTimeMs());
    }
}
