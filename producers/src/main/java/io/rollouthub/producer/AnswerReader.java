package io.rollouthub.producer;

import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.serde.UndecodableException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Follows the hub's answers: at first on the thread that connects, then on one of its own until it is stopped. */
final class AnswerReader {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Consumer<String, byte[]> consumer;
    private final HubAnswers answers;
    private final Outstanding outstanding;
    private final Duration patience;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "rollout-verdicts");

    /** Has so much patience with Kafka while connecting. */
    AnswerReader(Consumer<String, byte[]> consumer, HubAnswers answers, Outstanding outstanding, Duration patience) {
        this.consumer = consumer;
        this.answers = answers;
        this.outstanding = outstanding;
        this.patience = patience;
    }

    /** Reads the programme in force. */
    void readProgramme() {
        List<TopicPartition> partitions = partitionsOf(answers.programmeTopic());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
        Deadline deadline = Deadline.in(patience);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), patience) < end.getValue())) {
            if (deadline.isOver()) {
                throw new SupplierClientException(
                        answers.programmeTopic() + " could not be read within " + patience.toSeconds() + " s",
                        "Look whether Kafka runs, and may be read by this client.");
            }
            consumer.poll(POLL).forEach(answers::take);
        }
    }

    /** Will read a topic from now on, what stands in it left out, beside the programme. */
    void join(String topic) {
        Map<TopicPartition, Long> positions = new HashMap<>(consumer.endOffsets(partitionsOf(topic), patience));
        for (TopicPartition programme : consumer.assignment()) {
            positions.put(programme, consumer.position(programme, patience));
        }
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
    }

    /** The partitions of a topic; {@link SupplierClientException} if it does not exist. */
    List<TopicPartition> partitionsOf(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, patience).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new SupplierClientException(
                    "there is no topic " + topic, "the hub's operator creates it with 'rollout admin apply'");
        }
        return partitions;
    }

    /** Goes on reading on a thread of its own. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops reading. */
    void stop() throws InterruptedException {
        stopped.countDown();
        consumer.wakeup();
        thread.join(CLOSING.toMillis());
    }

    private void follow() {
        try {
            while (isReading()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    take(record);
                }
                outstanding.expire();
            }
        } catch (WakeupException e) {
            // stopped
        } catch (RuntimeException | InterruptedException e) {
            outstanding.abandon("the hub's answers can no longer be read: " + e.getMessage(), e);
        } finally {
            consumer.close(CloseOptions.timeout(CLOSING));
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        while (isReading()) {
            try {
                answers.take(record);
                return;
            } catch (RegistryUnavailableException e) {
                outstanding.expire();
                stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (UndecodableException | DateTimeException | IllegalArgumentException e) {
                return; // the words of a newer hub: this version knows no such programme, entry or reason
            }
        }
    }

    private boolean isReading() {
        return stopped.getCount() > 0;
    }
}
