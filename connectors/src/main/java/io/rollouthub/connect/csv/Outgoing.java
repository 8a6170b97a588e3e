package io.rollouthub.connect.csv;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** An event, with what Connect then writes down of it, as texts alone, for a site of a sheet or a file. */
record Outgoing(SpecificRecord event, Map<String, String> partition, Map<String, String> offset) {
    /** Two parts in one order: Connect looks up its JSON's bytes, and {@link Map#of} has another order in each JVM. */
    static Map<String, String> partition(String name, String value, String otherName, String otherValue) {
        return Collections.unmodifiableMap(new TreeMap<>(Map.of(name, value, otherName, otherValue)));
    }
}
