package io.rollouthub.yamlfile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that is wrong in one file, gathered while reading goes on. */
public final class Mistakes {
    private final String fileName;
    private final SortedMap<Integer, List<String>> byLine = new TreeMap<>();

    Mistakes(String fileName) {
        this.fileName = fileName;
    }

    /** Notes a mistake in a line (from 1) under a key ({@code a.b.c}; empty for the file as a whole). */
    void add(int line, String key, String sentence) {
        byLine.computeIfAbsent(line, first -> new ArrayList<>())
                .add(fileName + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + sentence);
    }

    void throwIfAny() throws YamlFileException {
        if (!byLine.isEmpty()) {
            throw exception();
        }
    }

    YamlFileException exception() {
        return new YamlFileException(
                byLine.values().stream().flatMap(List::stream).toList());
    }
}
