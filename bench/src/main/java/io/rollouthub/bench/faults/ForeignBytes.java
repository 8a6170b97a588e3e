package io.rollouthub.bench.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What somebody who may write to the hub's own topics writes there by mistake: none of it is an entry. */
record ForeignBytes(Random random) {
    private static final int BYTES = 200;

    /**
     * Some of each kind for each of these partitions, in any order.
     *
     * @param entry the bytes of an entry, of which a part is written
     */
    List<ProducerRecord<String, byte[]>> on(List<TopicPartition> partitions, byte[] entry) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            records.add(to(partition, "south", bytes()));
            records.add(to(partition, null, new byte[0]));
            records.add(to(partition, "tick", Arrays.copyOf(entry, 1 + random.nextInt(entry.length - 1))));
        }
        Collections.shuffle(records, random);
        return records;
    }

    private static ProducerRecord<String, byte[]> to(TopicPartition partition, @Nullable String key, byte[] value) {
        return new ProducerRecord<>(partition.topic(), partition.partition(), key, value);
    }

    /** Not as records with a schema's id begin: one that no registry knows stops the ledger until an operator decides. */
    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        bytes[0] = 1;
        return bytes;
    }
}
