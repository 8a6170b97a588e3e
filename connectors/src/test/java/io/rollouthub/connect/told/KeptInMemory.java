package io.rollouthub.connect.told;

import io.rollouthub.output.Told;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;

/** A place that outlives tasks, as Kafka does, and now and then does not answer. */
public final class KeptInMemory implements ToldStore {
    private final Map<String, Told> kept = new LinkedHashMap<>();
    private final Map<String, Told> imported = new LinkedHashMap<>();
    private int writesUntilFailure = Integer.MAX_VALUE;

    /** All that is kept, by key. */
    public Map<String, Told> kept() {
        return kept;
    }

    /** What an import has marked as told, by key. */
    public Map<String, Told> imported() {
        return imported;
    }

    /** The next attempt to write fails. */
    public void failToWrite() {
        failToWriteAfter(0);
    }

    /** An attempt to write fails, after others that do not. */
    public void failToWriteAfter(int others) {
        writesUntilFailure = others;
    }

    @Override
    public boolean readInto(ToldBook book) {
        boolean news = false;
        for (Map.Entry<String, Told> each : kept.entrySet()) {
            news |= book.take(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, Told> each : imported.entrySet()) {
            news |= book.takeImported(each.getKey(), each.getValue());
        }
        return news;
    }

    @Override
    public void write(Map<String, Told> told) {
        if (writesUntilFailure-- == 0) {
            throw new TimeoutException("Kafka is away");
        }
        kept.putAll(told);
    }

    @Override
    public void close() {}
}
