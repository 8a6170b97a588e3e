package io.rollouthub.producer;

import io.rollouthub.journal.Origin;
import io.rollouthub.producer.Outstanding.Letter;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Sends one record to a supplier's topic as it is, past the checks of {@link SupplierClient}, and waits for the word of
 * both judges; for the hub's operators.
 */
public final class Redelivery {
    private static final Duration CONNECT = ClientSettings.Waiting.DEFAULT.connect();
    private static final Duration VERDICT = Duration.ofSeconds(60);

    /** The ledger's word comes a commit or two behind the gate's. */
    private static final Duration LEDGER = Duration.ofSeconds(2);

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
     * @param rejected the topic on which its refusal would stand
     * @return null if there is no verdict yet
     * @throws ExecutionException if Kafka does not take it, or the hub's answers cannot be read
     */
    public @Nullable Verdict send(ProducerRecord<String, byte[]> record, String rejected)
            throws InterruptedException, ExecutionException {
        BlockingQueue<LedgerRefusal> ledger = new LinkedBlockingQueue<>();
        Callbacks callbacks = new Callbacks();
        Outstanding outstanding = new Outstanding(1, VERDICT, System::nanoTime, callbacks);
        Consumer<String, byte[]> consumer = Connections.consumer(kafka);
        EarlierReports earlier = new EarlierReports(
                SupplierTopics.supplierOf(record.topic()), () -> Connections.consumer(kafka), registry, CONNECT);
        AnswerReader reader = new AnswerReader(
                consumer, new HubAnswers(registry, outstanding, earlier, ledger::add), outstanding, CONNECT);
        try {
            reader.join(List.of(Topics.JOURNAL.name(), rejected));
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        reader.start();
        try (Producer<String, byte[]> producer = Connections.producer(kafka)) {
            Letter letter = outstanding.admit("sent again");
            RecordMetadata sent = producer.send(record).get();
            outstanding.acknowledge(letter, new Origin(record.topic(), sent.partition(), sent.offset()));
            return word(letter, ledger);
        } finally {
            reader.stop();
            earlier.close(CONNECT);
            callbacks.close(Duration.ZERO);
        }
    }

    /** The ledger's word if it has one, else the gate's. */
    private static @Nullable Verdict word(Letter letter, BlockingQueue<LedgerRefusal> ledger)
            throws InterruptedException, ExecutionException {
        Verdict gate;
        try {
            gate = letter.verdict().get();
        } catch (ExecutionException e) {
            if (e.getCause() == null || e.getCause().getCause() == null) {
                return null; // it has waited long enough
            }
            throw e;
        }
        if (gate instanceof Verdict.Accepted accepted) {
            Deadline deadline = Deadline.in(LEDGER);
            while (!deadline.isOver()) {
                LedgerRefusal one = ledger.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
                if (one != null && one.origin().equals(accepted.origin())) {
                    return new Verdict.Refused(one.refusal(), one.origin());
                }
            }
        }
        return gate;
    }
}
