package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.Topic;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Passes the ledger's results on to the sinks of their topics, each as a CloudEvent; rejections with the reason. */
final class ResultPublisher {
    private final ProcessorContext<String, Object> context;
    private final CloudEvents events;
    private final FlowListener listener;

    ResultPublisher(ProcessorContext<String, Object> context, CloudEvents events, FlowListener listener) {
        this.context = context;
        this.events = events;
        this.listener = listener;
    }

    void publish(Result result) {
        if (result instanceof Rejection rejection) {
            publish(rejection);
            return;
        }
        Topic<?> topic = Outputs.topicOf(result);
        int partition = context.recordMetadata().orElseThrow().partition();
        forward(
                result,
                new Placed(partition, result.value()),
                events.headers(topic, result.key(), result.value()),
                Sinks.of(topic));
    }

    private void publish(Rejection rejection) {
        RejectionHeaders why = Outputs.why(rejection);
        RecordHeaders headers = new RecordHeaders();
        why.addTo(headers);
        forward(rejection, rejection.value(), headers, Sinks.REJECTED);
        listener.refused(rejection.entry().report().supplier(), why.refusal().reason());
    }

    private void forward(Result result, Object value, RecordHeaders headers, String sink) {
        context.forward(new Record<>(result.key(), value, context.currentStreamTimeMs(), headers), sink);
    }
}
