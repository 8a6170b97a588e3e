package io.rollouthub.topology;

import io.rollouthub.registry.RegistryUnavailableException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/** Something went wrong while one record was processed, and it is not known that this may pass: with that record, it seems. */
public final class RecordFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String place;

    /** @param place {@code topic partition:offset} */
    public RecordFailedException(String place, RuntimeException why) {
        super("the record at " + place + " cannot be processed: " + why, why);
        this.place = place;
    }

    /** Where the record stands. */
    public String place() {
        return place;
    }

    /** Processes the context's record, and names it in what goes wrong unless that is Kafka's or the registry's. */
    static void at(ProcessingContext context, Runnable process) {
        try {
            process.run();
        } catch (KafkaException | RegistryUnavailableException | MissingProgrammeException | BrokenSealException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RecordFailedException(
                    context.recordMetadata()
                            .map(from -> from.topic() + " " + from.partition() + ":" + from.offset())
                            .orElse("an unknown place"),
                    e);
        }
    }
}
