package io.rollouthub.topology;

import io.rollouthub.state.Seal;
import io.rollouthub.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How the ledger's state, or what Kafka keeps of it, is held against its seal. */
public final class Seals {
    /** The store of the seal. */
    public static final Topic<Seal> STORE = Topic.store("seal-by-key", Seal.class);

    /** The key of the one seal in each partition. */
    static final String KEY = "seal";

    private Seals() {}

    /**
     * What is wrong with the state of a partition; null: nothing.
     *
     * @param sums of the rows that are there, by store
     * @param hasBegun whether the ledger has read anything of the partition, asked only where nothing else tells
     */
    public static @Nullable BrokenSealException compare(
            int partition, @Nullable Seal seal, Map<String, Long> sums, BooleanSupplier hasBegun) {
        if (seal != null) {
            List<String> other = sums.entrySet().stream()
                    .filter(store -> !store.getValue().equals(seal.getSums().getOrDefault(store.getKey(), 0L)))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            return other.isEmpty()
                    ? null
                    : BrokenSealException.ofState(
                            partition, "what is kept in " + String.join(", ", other) + " is not what was sealed");
        }
        boolean isEmpty = sums.values().stream().allMatch(sum -> sum == 0);
        return isEmpty && !hasBegun.getAsBoolean()
                ? null
                : BrokenSealException.ofState(
                        partition, "there is none, though the ledger has read some of the journal");
    }

    /** What is wrong with a partition of the journal that ends at an offset; null: nothing. */
    public static @Nullable BrokenSealException compare(int partition, Seal seal, long end) {
        return seal.getPosition() <= end
                ? null
                : BrokenSealException.ofJournal(partition, seal.getPosition(), "it ends at offset " + end);
    }
}
