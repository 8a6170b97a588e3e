package io.rollouthub.topic;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the hub's own and what is in it.
 *
 * @param name on Kafka
 * @param subject under which the schema of its values is registered
 * @param type of its values
 * @param compacted whether Kafka keeps only the latest value of a key; otherwise everything is kept for ever
 */
public record Topic<V extends SpecificRecord>(String name, String subject, Class<V> type, boolean compacted) {

    /** One whose values have a subject by Confluent's topic-name strategy. */
    public Topic(String name, Class<V> type, boolean compacted) {
        this(name, subject(name), type, compacted);
    }

    /**
     * What an application of this process's hub keeps, as if it were a topic; the name stands within the application. Its
     * subject has no prefix in a hub of the usual one, which it had before there were prefixes.
     */
    public static <V extends SpecificRecord> Topic<V> store(String name, Class<V> type) {
        Prefix own = Prefix.own();
        return new Topic<>(name, subject(own.isUsual() ? name : own.id(name)), type, true);
    }

    private static String subject(String name) {
        return name + "-value";
    }

    /** The same topic of another hub. */
    public Topic<V> of(Prefix hub) {
        return new Topic<>(hub.topic(name.substring(name.indexOf('.') + 1)), type, compacted);
    }

    /** The schema of the values. */
    public Schema schema() {
        return SpecificData.get().getSchema(type);
    }
}
