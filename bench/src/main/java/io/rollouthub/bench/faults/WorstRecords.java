package io.rollouthub.bench.faults;

import io.rollouthub.topic.SupplierTopics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of the worst kinds that whoever may write to a supplier's topic can write; none is a report. */
record WorstRecords(Random random) {
    private static final int BYTES = 200;
    private static final int TOO_LARGE = 300 << 10;
    private static final int FAR_TOO_LARGE = 3 << 20;
    private static final int HEADERS = 100;

    /** One of each kind, in any order. */
    List<ProducerRecord<String, byte[]>> on(String supplier, String cluster) {
        String topic = SupplierTopics.in(supplier);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(new ProducerRecord<>(topic, cluster, bytes(BYTES)));
        records.add(new ProducerRecord<>(topic, null, null));
        records.add(new ProducerRecord<>(topic, cluster, new byte[0]));
        records.add(new ProducerRecord<>(topic, cluster, underId(random.nextInt(Integer.MAX_VALUE))));
        records.add(new ProducerRecord<>(topic, cluster, underId(1 + random.nextInt(30))));
        records.add(new ProducerRecord<>(topic, cluster, bytes(TOO_LARGE)));
        records.add(new ProducerRecord<>(topic, cluster, bytes(FAR_TOO_LARGE)));
        records.add(new ProducerRecord<>(topic, cluster, new byte[FAR_TOO_LARGE])); // small on its way, if compressed
        records.add(new ProducerRecord<>(topic, "k".repeat(5_000), bytes(BYTES)));
        ProducerRecord<String, byte[]> headers = new ProducerRecord<>(topic, cluster, bytes(BYTES));
        for (int header = 0; header < HEADERS; header++) {
            headers.headers().add("h-" + header, bytes(BYTES));
        }
        records.add(headers);
        Collections.shuffle(records, random);
        return records;
    }

    /** What begins as a record of ours does, under a schema that may be any or none, and goes on as nothing does. */
    private byte[] underId(int id) {
        return ByteBuffer.allocate(BYTES)
                .put((byte) 0)
                .putInt(id)
                .put(bytes(BYTES - 5))
                .array();
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
