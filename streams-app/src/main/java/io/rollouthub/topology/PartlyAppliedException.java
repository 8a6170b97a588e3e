package io.rollouthub.topology;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.PassedOverEntries;
import io.rollouthub.topic.Topics;

/** An entry is to be left out of which the ledger has applied a part: what it is without can only be worked out from the beginning. */
public final class PartlyAppliedException extends RolloutException {
    private static final long serialVersionUID = 1;

    private PartlyAppliedException(int partition, long offset) {
        super(
                "The entry at " + Topics.JOURNAL.name() + " " + partition + ":" + offset
                        + " is to be passed over, and the ledger has applied a part of it.",
                "Run 'rollout reset'; the next start works everything out without it.");
    }

    static void requireNot(PassedOverEntries leftOut, int partition, long offset) {
        if (leftOut.isAt(partition, offset)) {
            throw new PartlyAppliedException(partition, offset);
        }
    }
}
