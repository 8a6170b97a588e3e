package io.rollouthub.entry;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.serde.UndecodableException;

/** Of a record of the journal this program cannot tell what it is: the registry lacks its schema, or a newer program wrote it. */
public final class UnreadableEntryException extends RolloutException {
    private static final long serialVersionUID = 1;

    UnreadableEntryException(String place, UndecodableException why) {
        super(
                "The record at " + place + " cannot be read: " + why.getMessage() + ".",
                "Bring the registry's schemas back, or run the newer version that wrote it; see docs/operate.md.",
                why);
    }
}
