package io.rollouthub.runtime;

import io.rollouthub.reader.OpenTransaction;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds out who holds the clock: whose open transaction keeps the gate from what had been written. */
final class ClockHold {
    /** The hub's own hold-ups are shorter, and nobody's transaction is looked for before. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Admin admin;
    private volatile List<OpenTransaction> found = List.of();
    private long looked = System.nanoTime() - INTERVAL.toNanos();

    /** @param admin stays its owner's to close */
    ClockHold(Admin admin) {
        this.admin = admin;
    }

    /** Looks, if it is time to, in the partitions that the gate has not read to where they ended, and does not wait. */
    void look(Collection<TopicPartition> behind, Duration held) {
        long now = System.nanoTime();
        if (held.compareTo(USUAL) < 0 || behind.isEmpty() || now - looked < INTERVAL.toNanos()) {
            return;
        }
        looked = now;
        CompletionStage<List<OpenTransaction>> open = OpenTransaction.soon(admin, behind);
        // Without the right to see it nobody is named.
        open.exceptionally(e -> List.of()).thenAccept(all -> found = all);
    }

    /** Nobody does any more. */
    void ends() {
        found = List.of();
    }

    /** Who does, a clause; null: nobody is known to. */
    @Nullable
    String whose() {
        List<OpenTransaction> all = found;
        if (all.isEmpty()) {
            return null;
        }
        String more = all.size() == 1 ? "" : ", and there are " + (all.size() - 1) + " more";
        return all.get(0).line() + more + "; what comes from there on waits for its end";
    }
}
