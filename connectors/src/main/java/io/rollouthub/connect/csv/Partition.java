package io.rollouthub.connect.csv;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Under what Connect keeps how far something has been sent. */
final class Partition {

    private Partition() {}

    /**
     * A partition with two parts, always in the same order: Connect looks it up by its bytes in JSON, and the order of
     * {@link Map#of} is another one in each JVM.
     */
    static Map<String, String> of(String name, String value, String otherName, String otherValue) {
        return Collections.unmodifiableMap(new TreeMap<>(Map.of(name, value, otherName, otherValue)));
    }
}
