package io.rollouthub.topology;

import io.rollouthub.output.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The position behind the last entry of the journal that is applied, kept in the seal of each commit that moves it, so that a
 * ledger which continues can tell up to where all is out although no entry comes.
 */
final class AppliedUpTo {
    private final SealedState state;
    private final int partition;
    private long position;
    private long entries;
    private long told = -1;

    AppliedUpTo(SealedState state, int partition) {
        this.state = state;
        this.partition = partition;
        this.position = state.position();
        this.entries = state.entries();
    }

    /** @throws BrokenSealException if the entry that comes stands before one that is applied */
    void requireNext(long offset) {
        if (offset < position) {
            throw BrokenSealException.ofJournal(partition, position, "an entry comes at offset " + offset);
        }
    }

    /** The next entry has been applied. */
    void move(long offset) {
        position = offset + 1;
        entries++;
    }

    /** The next record is passed over. */
    void pass(long offset) {
        position = offset + 1;
    }

    long position() {
        return position;
    }

    int partition() {
        return partition;
    }

    /** A commit comes, behind which nothing is written to the stores. */
    void keep() {
        state.seal(position, entries);
    }

    /**
     * What is to be told once all figures are out.
     *
     * @param tick the latest that is applied; null: none yet
     * @return null: it has been told
     */
    @Nullable
    Progress takeProgress(@Nullable Instant tick) {
        if (position == told) {
            return null;
        }
        told = position;
        return new Progress(partition, position, tick);
    }
}
