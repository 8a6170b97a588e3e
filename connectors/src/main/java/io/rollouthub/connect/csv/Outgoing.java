package io.rollouthub.connect.csv;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event to be sent, with what Connect writes down in the same transaction.
 *
 * @param partition of what is written down: a site of a sheet, or a file
 * @param offset what is known of it once the event is sent; texts alone
 */
record Outgoing(SpecificRecord event, Map<String, String> partition, Map<String, String> offset) {
    /**
     * A partition with two parts, always in the same order: Connect looks it up by its bytes in JSON, and the order of
     * {@link Map#of} is another one in each JVM.
     */
    static Map<String, String> partition(String name, String value, String otherName, String otherValue) {
        return Collections.unmodifiableMap(new TreeMap<>(Map.of(name, value, otherName, otherValue)));
    }
}
