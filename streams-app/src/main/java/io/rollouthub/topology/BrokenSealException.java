package io.rollouthub.topology;

import io.rollouthub.failure.RolloutException;

/** What the ledger keeps of a partition is not what it had sealed; to go on with it would be silently wrong. */
public final class BrokenSealException extends RolloutException {
    private static final long serialVersionUID = 1;

    private BrokenSealException(String what, String remedy) {
        super(what, remedy);
    }

    /**
     * Some of the state is not there, or is not what it was.
     *
     * @param how a clause
     */
    static BrokenSealException ofState(int partition, String how) {
        return new BrokenSealException(
                "The ledger's state of partition " + partition + " of the journal does not fit its seal: " + how
                        + ". What would follow from it would be wrong.",
                "Stop the hub, run 'rollout reset', and start again: all is worked out anew from the journal.");
    }

    /**
     * The journal does not go on where the state was sealed.
     *
     * @param how a clause
     */
    static BrokenSealException ofJournal(int partition, long position, String how) {
        return new BrokenSealException(
                "Partition " + partition + " of the journal is not what the ledger has read: all before offset "
                        + position + " is applied, and " + how + ".",
                "Bring the topic back as it was, from a copy of the broker's data or of 'rollout journal export'. If"
                        + " what is lost does not matter, run 'rollout reset': all is worked out anew from what is left.");
    }
}
