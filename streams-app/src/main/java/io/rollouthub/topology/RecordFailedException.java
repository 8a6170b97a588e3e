package io.rollouthub.topology;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.topic.Topics;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Something went wrong while one record was processed, and it is not known that this may pass: with that record, it seems. */
public final class RecordFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String topic;
    private final int partition;
    private final long offset;

    public RecordFailedException(String topic, int partition, long offset, RuntimeException why) {
        super(
                why instanceof RolloutException known
                        ? known.what()
                        : "the record at " + topic + " " + partition + ":" + offset + " cannot be processed: " + why,
                why);
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
    }

    /** Where the record stands: {@code topic partition:offset}. */
    public String place() {
        return topic + " " + partition + ":" + offset;
    }

    /** Whether it is the journal's, where it stands for good; else the gate leaves it after some attempts. */
    public boolean isOfJournal() {
        return topic.equals(Topics.JOURNAL.name());
    }

    /** What an operator can do who cannot mend why it fails; null: nothing. */
    public @Nullable String wayOut() {
        return isOfJournal()
                ? "'rollout admin pass-over " + partition + " " + offset + "' leaves the entry out for good"
                : null;
    }

    /** Processes the context's record, and names it in what goes wrong unless that is Kafka's or the registry's. */
    static void at(ProcessingContext context, Runnable process) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        at(from.topic(), from.partition(), from.offset(), process);
    }

    /** The same of a record that was read before. */
    static void at(String topic, int partition, long offset, Runnable process) {
        try {
            process.run();
        } catch (KafkaException
                | RegistryUnavailableException
                | MissingProgrammeException
                | BrokenSealException
                | RecordFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RecordFailedException(topic, partition, offset, e);
        } catch (StackOverflowError e) {
            throw new RecordFailedException(
                    topic, partition, offset, new IllegalStateException("nested too deeply", e));
        }
    }
}
