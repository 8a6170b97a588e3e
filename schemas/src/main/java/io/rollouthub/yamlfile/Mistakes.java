package io.rollouthub.yamlfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong in one file, gathered while reading goes on. */
public final class Mistakes {
    private final String fileName;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String fileName) {
        this.fileName = fileName;
    }

    /** Notes a mistake in a line (from 1) under a key ({@code a.b.c}; empty for the file as a whole). */
    void add(int line, String key, String sentence) {
        found.add(new Mistake(line, key, sentence));
    }

    void throwIfAny() throws YamlFileException {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    YamlFileException exception() {
        return new YamlFileException(found.stream()
                .sorted(Comparator.comparingInt(Mistake::line))
                .map(mistake -> mistake.in(fileName))
                .toList());
    }

    private record Mistake(int line, String key, String sentence) {
        String in(String fileName) {
            return fileName + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + sentence;
        }
    }
}
