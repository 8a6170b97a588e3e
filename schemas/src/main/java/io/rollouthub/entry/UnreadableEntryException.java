package io.rollouthub.entry;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.serde.NewerKindException;
import io.rollouthub.serde.UndecodableException;

/** Of a record of the journal this program cannot tell what it is: the registry lacks its schema, or a newer program wrote it. */
public final class UnreadableEntryException extends RolloutException {
    private static final long serialVersionUID = 1;

    UnreadableEntryException(String place, UndecodableException why) {
        super(
                "The record at " + place + " cannot be read: " + why.getMessage() + ".",
                why instanceof NewerKindException
                        ? "Run the newer version of the program, which wrote it, here as well; see docs/operate.md."
                        : "Bring the registry's schemas back; see docs/operate.md.",
                why);
    }
}
