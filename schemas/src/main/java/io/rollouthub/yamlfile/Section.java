package io.rollouthub.yamlfile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A part of the file whose keys are fixed: unknown and missing ones are mistakes. */
public final class Section {
    private final Map<String, Value> entries;

    /** Reads the keys of a mapping. */
    public Section(Value mapping, Collection<String> required, Collection<String> optional) {
        this.entries = mapping.entries();
        Set<String> known = new LinkedHashSet<>(required);
        known.addAll(optional);
        String keys = String.join(", ", known);
        entries.forEach((name, value) -> {
            if (!known.contains(name)) {
                value.mistake("unknown key; keys here are " + keys);
            }
        });
        for (String name : required) {
            if (!entries.containsKey(name) && mapping.isMapping()) {
                mapping.mistakes().add(mapping.line(), mapping.keyOf(name), "missing");
            }
        }
    }

    /** What stands under a key, as read by the function; empty if it is absent. */
    public <T> Optional<T> read(String key, Function<Value, T> as) {
        return Optional.ofNullable(entries.get(key)).map(as);
    }
}
