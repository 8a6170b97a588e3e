package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.report.ReportedEvent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Events go to their cluster's partition, by Kafka's own hash of the key; ticks and programmes to all. */
final class JournalPartitioner implements StreamPartitioner<String, JournalEntry> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, JournalEntry value, int numPartitions) {
        return value.getEntry() instanceof SpecificRecord entry && ReportedEvent.isOne(entry)
                ? Optional.empty()
                : Optional.of(IntStream.range(0, numPartitions).boxed().collect(Collectors.toSet()));
    }
}
