package io.rollouthub.topology;

import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The version of state and rules, kept with the ledger's state: another program must not go on with what older rules have
 * made. Whoever changes what the ledger keeps, or what it makes of a journal, raises it.
 */
public final class LedgerVersion {
    /** That of this program. */
    public static final long CURRENT = 5;

    /** That of release 0.1.0, which kept none. */
    public static final long FIRST = 1;

    /** The key of the one value in each partition. */
    private static final String KEY = "version";

    /** Its store, whose changelog has a partition for each of the journal. */
    public static final String STORE = "version-by-key";

    private final KeyValueStore<String, Long> store;
    private boolean written;

    private LedgerVersion(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    static StoreBuilder<?> store() {
        return Stores.keyValueStoreBuilder(KeptIn.MEMORY.table(STORE), Serdes.String(), Serdes.Long());
    }

    static LedgerVersion of(ProcessorContext<?, ?> context) {
        return new LedgerVersion(context.getStateStore(STORE));
    }

    /** Before the first entry is applied, in one transaction with it. State that has begun keeps the version it began with. */
    void begin(BooleanSupplier isEmpty) {
        if (!written && isEmpty.getAsBoolean() && store.get(KEY) == null) {
            store.put(KEY, CURRENT);
        }
        written = true;
    }
}
