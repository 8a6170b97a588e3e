package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Judged;
import io.rollouthub.output.Progress;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Passes the ledger's results on to the sinks of their topics, each as a CloudEvent; and what is judged to its supplier. */
record ResultPublisher(ProcessorContext<String, Object> context, CloudEvents events, SupplierTelling suppliers) {
    /** Publishes what follows from the entry at an offset. */
    void publish(Result result, long offset) {
        if (result instanceof Judged judged) {
            suppliers.tell(judged, offset);
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
        Placed value = new Placed(partition, result.value());
        context.forward(
                new Record<>(result.key(), value, EntryTime.of(context), events.headers(topic, result, isFigures)),
                Sinks.of(topic));
    }

    /** Tells how far the ledger is; that is the hub's own affair, and no event. */
    void publish(Progress progress) {
        String key = Integer.toString(progress.getPartition());
        context.forward(
                new Record<>(key, new Placed(progress.getPartition(), progress), EntryTime.of(context)),
                Sinks.of(Topics.PROGRESS));
    }
}
