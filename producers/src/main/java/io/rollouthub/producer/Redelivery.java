package io.rollouthub.producer;

import io.rollouthub.journal.Origin;
import io.rollouthub.producer.Outstanding.Letter;
import io.rollouthub.producer.Outstanding.Stamp;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Prefix;
import io.rollouthub.topic.SupplierTopics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Sends one record to a supplier's topic as it is, past the checks of {@link SupplierClient}, and waits for its verdict; for
 * the hub's operators.
 */
public final class Redelivery {
    private static final Duration CONNECT = ClientSettings.Waiting.DEFAULT.connect();
    private static final Duration VERDICT = Duration.ofSeconds(60);

    private final Map<String, Object> kafka;
    private final SchemaRegistry registry;

    /** Connects by the properties of any Kafka client. */
    public Redelivery(Map<String, Object> kafka, SchemaRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Sends a record.
     *
     * @return null if there is no verdict yet
     * @throws SupplierClientException if the record's supplier has no topic of verdicts: it is not in the programme
     * @throws ExecutionException if Kafka does not take it, or the hub's answers cannot be read
     */
    public @Nullable Verdict send(ProducerRecord<String, byte[]> record)
            throws InterruptedException, ExecutionException {
        Callbacks callbacks = new Callbacks();
        Outstanding outstanding = new Outstanding(1, VERDICT, System::nanoTime, callbacks);
        Consumer<String, byte[]> consumer = Connections.consumer(kafka);
        AnswerReader reader =
                new AnswerReader(consumer, new HubAnswers(registry, outstanding, Prefix.own()), outstanding, CONNECT);
        try {
            reader.join(SupplierTopics.verdicts(SupplierTopics.supplierOf(record.topic())));
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        reader.start();
        try (Producer<String, byte[]> producer = Connections.producer(kafka)) {
            Letter letter = outstanding.admit(Letter.UNREAD);
            RecordMetadata sent = producer.send(record).get();
            Origin origin = new Origin(record.topic(), sent.partition(), sent.offset());
            outstanding.acknowledge(letter, new Stamp(origin, sent.timestamp()));
            return verdict(letter);
        } finally {
            reader.stop();
            callbacks.close(Duration.ZERO);
        }
    }

    /**
     * The same.
     *
     * @param rejected is not needed any more
     * @deprecated verdicts stand on a topic of their own
     */
    @Deprecated
    public @Nullable Verdict send(ProducerRecord<String, byte[]> record, String rejected)
            throws InterruptedException, ExecutionException {
        return send(record);
    }

    private static @Nullable Verdict verdict(Letter letter) throws InterruptedException, ExecutionException {
        try {
            return letter.verdict().get();
        } catch (ExecutionException e) {
            if (e.getCause() == null || e.getCause().getCause() == null) {
                return null; // it has waited long enough
            }
            throw e;
        }
    }
}
