package io.rollouthub.connect.told;

import io.rollouthub.output.AlertState;
import io.rollouthub.output.Told;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a receiver has been told of each episode of an alert, and what an import of history has marked as told. */
public final class ToldBook {
    private final Map<String, Told> own = new TreeMap<>();
    private final Map<String, Told> imported = new HashMap<>();

    /**
     * Takes a record of the receiver's own topic; null: it is gone.
     *
     * @return whether it is news
     */
    public boolean take(String key, @Nullable Told told) {
        return put(own, key, told);
    }

    /**
     * Takes a record of the topic of imports; null: it is gone.
     *
     * @return whether it is news
     */
    public boolean takeImported(String key, @Nullable Told told) {
        return put(imported, key, told);
    }

    private static boolean put(Map<String, Told> records, String key, @Nullable Told told) {
        return !Objects.equals(told, told == null ? records.remove(key) : records.put(key, told));
    }

    /** Whether nothing was ever told, but by an import. */
    public boolean isEmpty() {
        return own.isEmpty();
    }

    /** Whether this very opening has been told, its end too or not. */
    public boolean isTold(String key, Instant startsAt) {
        Told told = latest(key);
        return told != null && !told.getTelling() && told.getStartsAt().equals(startsAt);
    }

    /** Whether this very opening was about to be told, and no answer is known. */
    boolean isTelling(String key, Instant startsAt) {
        Told told = latest(key);
        return told != null && told.getTelling() && told.getStartsAt().equals(startsAt);
    }

    /** Whether the opening of an episode has been told, or may have been, and its end has not. */
    public boolean isOpen(String key) {
        Told told = latest(key);
        return told != null && told.getState() == AlertState.OPEN;
    }

    /** The keys of all that was told as open and not as ended, in their order. */
    public List<String> open() {
        return Stream.concat(own.keySet().stream(), imported.keySet().stream())
                .distinct()
                .filter(this::isOpen)
                .sorted()
                .toList();
    }

    /**
     * What was told last of an episode; of the same opening what the receiver heard counts, not what was imported, unless it
     * is not known to have heard it.
     */
    public @Nullable Told latest(String key) {
        Told heard = own.get(key);
        Told marked = imported.get(key);
        if (heard == null || marked == null) {
            return heard == null ? marked : heard;
        }
        boolean importCounts = heard.getStartsAt().equals(marked.getStartsAt())
                ? heard.getTelling()
                : marked.getToldAt().isAfter(heard.getToldAt());
        return importCounts ? marked : heard;
    }
}
