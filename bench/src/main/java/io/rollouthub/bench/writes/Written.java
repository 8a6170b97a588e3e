package io.rollouthub.bench.writes;

/**
 * What is in a topic, or in several.
 *
 * @param records that are committed, tombstones among them
 * @param bytes of their keys, values and headers
 * @param disk bytes of its log on the broker, with what batches and transactions add and compression takes away
 */
public record Written(long records, long bytes, long disk) {
    static final Written NOTHING = new Written(0, 0, 0);

    Written plus(Written other) {
        return new Written(records + other.records, bytes + other.bytes, disk + other.disk);
    }

    Written minus(Written other) {
        return new Written(records - other.records, bytes - other.bytes, disk - other.disk);
    }
}
