package io.rollouthub.reader;

import io.rollouthub.entry.EntryReader;
import io.rollouthub.entry.EntryReader.Skipped;
import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.Map;
import java.util.function.Consumer;

/** Reads which entries of a hub's journal operators have decided to leave out. */
public final class LeftOutEntries {
    private LeftOutEntries() {}

    /** All that has been decided by now; a hub of before has no such topic. */
    public static PassedOverEntries read(Map<String, Object> client, SchemaRegistry registry) {
        return new PassedOverEntries(LatestValues.ifThere(Topics.PASSED_OVER, client, registry));
    }

    /** A reader of the hub's journal that goes by them. */
    public static EntryReader reader(Connection hub, Consumer<Skipped> skipped) {
        return new EntryReader(hub.registry(), read(hub.client(), hub.registry()), skipped);
    }
}
