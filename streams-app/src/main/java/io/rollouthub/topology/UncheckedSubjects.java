package io.rollouthub.topology;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people once that the registry does not say where a schema stands, so that the gate cannot look at that. */
record UncheckedSubjects(String registry, AtomicBoolean told) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(UncheckedSubjects.class);

    UncheckedSubjects(String registry) {
        this(registry, new AtomicBoolean());
    }

    @Override
    public void run() {
        if (!told.getAndSet(true)) {
            LOG.warn(
                    "the registry at {} does not tell under which subjects a schema stands (GET /schemas/ids/ID/versions):"
                            + " a supplier may name any schema of the four records, wherever it is registered",
                    registry);
        }
    }
}
