package io.rollouthub.reader;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.EntryReader.Skipped;
import io.rollouthub.serde.UndecodableException;

/** Of a record of the journal this program cannot tell what it is: the registry lacks its schema, or a newer program wrote it. */
public final class UnreadableEntryException extends RolloutException {
    private static final long serialVersionUID = 1;

    UnreadableEntryException(Skipped at, UndecodableException why) {
        super(
                "The record at " + at.place() + " cannot be read: " + why.getMessage() + ".",
                "Bring the registry's schemas back, or run the newer version that wrote it; see docs/operate.md.",
                why);
    }
}
