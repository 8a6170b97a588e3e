package io.rollouthub.topology;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Has something done before each commit of a task, whatever asks for it, and in its transaction: as Kafka Streams empties
 * its own record caches. A store that keeps nothing. Its two interfaces and the context's current node are internal to Kafka
 * Streams (ADR 14); BeforeCommitTest and the kill tests say whether an upgrade still keeps them.
 */
final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {
    private static final String NAME = "before-commit";
    private Runnable work = () -> {};

    /** What is to be done; a processor asks for it in its init, and may forward there as if it had a record at hand. */
    static void does(ProcessorContext<?, ?> context, Runnable work) {
        BeforeCommit store = context.getStateStore(NAME);
        InternalProcessorContext<?, ?> inside = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = inside.currentNode();
        store.work = () -> {
            ProcessorNode<?, ?, ?, ?> before = inside.currentNode();
            inside.setCurrentNode(node);
            try {
                work.run();
            } finally {
                inside.setCurrentNode(before);
            }
        };
    }

    @Override
    public void flushCache() {
        work.run();
    }

    @Override
    public void clearCache() {}

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
    }

    @Override
    public void close() {
        work = () -> {};
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    static StoreBuilder<BeforeCommit> store() {
        return new Builder();
    }

    /** Without a changelog, as there is nothing to log. */
    private static final class Builder implements StoreBuilder<BeforeCommit> {
        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("there is nothing to log");
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public BeforeCommit build() {
            return new BeforeCommit();
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return NAME;
        }
    }
}
