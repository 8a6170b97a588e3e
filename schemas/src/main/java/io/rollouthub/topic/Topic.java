package io.rollouthub.topic;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the hub's own and what is in it.
 *
 * @param name on Kafka
 * @param type of its values; its schema is registered under {@link #subject()}
 * @param compacted whether Kafka keeps only the latest value of a key; otherwise everything is kept for ever
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> type, boolean compacted) {

    /** The registry's subject of the values, by Confluent's topic-name strategy. */
    public String subject() {
        return name + "-value";
    }

    /** The schema of the values. */
    public Schema schema() {
        return SpecificData.get().getSchema(type);
    }
}
