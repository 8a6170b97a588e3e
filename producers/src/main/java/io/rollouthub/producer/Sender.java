package io.rollouthub.producer;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import io.rollouthub.producer.EventPreparation.Prepared;
import io.rollouthub.producer.Outstanding.Letter;
import io.rollouthub.producer.Outstanding.Stamp;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Sends events to the supplier's topic, and tells where they stand; verdicts are waited for if that is asked. */
record Sender(Producer<String, byte[]> producer, String topic, boolean verdicts, Outstanding outstanding) {
    CompletableFuture<Verdict> send(Prepared.Ready event) {
        Letter letter;
        try {
            letter = outstanding.admit(event.eventId());
        } catch (SupplierClientException e) {
            return CompletableFuture.failedFuture(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new SupplierClientException(
                    "event " + event.eventId() + ": interrupted while waiting for room, nothing was sent",
                    Letter.REMEDY,
                    e));
        }
        try {
            producer.send(
                    new ProducerRecord<>(topic, event.cluster(), event.value()),
                    (metadata, error) -> done(letter, event, metadata, error));
        } catch (KafkaException | IllegalStateException e) { // interrupted, or closed meanwhile
            notTaken(letter, e);
        }
        return letter.verdict();
    }

    private void done(Letter letter, Prepared.Ready event, RecordMetadata metadata, @Nullable Exception error) {
        if (error instanceof RecordTooLargeException) {
            outstanding.settle(letter, new Verdict.Refused(tooLarge(event.value().length), null));
        } else if (error != null) {
            notTaken(letter, error);
        } else if (!metadata.hasOffset()) {
            outstanding.fail(letter, "Kafka has it but did not say where, so its verdict cannot be known", null);
        } else {
            Origin origin = new Origin(topic, metadata.partition(), metadata.offset());
            if (verdicts) {
                outstanding.acknowledge(letter, new Stamp(origin, metadata.timestamp()));
            } else {
                outstanding.settle(letter, new Verdict.Sent(origin));
            }
        }
    }

    private void notTaken(Letter letter, Exception error) {
        outstanding.fail(letter, "Kafka did not take it: " + error.getMessage(), error);
    }

    private Refusal tooLarge(int bytes) {
        return new Refusal(
                Reason.TOO_LARGE,
                "the event takes " + bytes + " bytes, more than " + topic
                        + " takes (2 MiB, unless its operator chose otherwise; a report may take 256 KiB); shorten its texts");
    }
}
