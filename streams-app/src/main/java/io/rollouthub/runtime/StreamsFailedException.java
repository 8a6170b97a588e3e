package io.rollouthub.runtime;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.topology.BrokenSealException;
import io.rollouthub.topology.RecordFailedException;
import org.jspecify.annotations.Nullable;

/** The streams application has stopped by itself; the message says why. */
public final class StreamsFailedException extends RolloutException {
    private static final long serialVersionUID = 1;

    private StreamsFailedException(String why, String remedy, @Nullable Throwable reason) {
        super("the streams application has stopped" + why, remedy, reason);
    }

    /** @param reason null: it is not known */
    static StreamsFailedException of(@Nullable Throwable reason) {
        BrokenSealException broken = reason == null ? null : first(BrokenSealException.class, reason);
        return broken != null
                ? new StreamsFailedException(": " + broken.what(), broken.remedy(), reason)
                : new StreamsFailedException(reason == null ? "" : ": " + reason(reason), remedy(reason), reason);
    }

    private static String remedy(@Nullable Throwable reason) {
        RecordFailedException record = reason == null ? null : first(RecordFailedException.class, reason);
        RolloutException known = record == null ? null : first(RolloutException.class, record);
        String wayOut = record == null ? null : record.wayOut();
        return (known == null ? "Start it again; if it stops again, mend what it says." : known.remedy())
                + (wayOut == null ? "" : " If nobody can: " + wayOut + ".");
    }

    /** What a failure of a thread goes back to, in a few words; with the record that it happened at. */
    static String reason(Throwable thrown) {
        RecordFailedException record = first(RecordFailedException.class, thrown);
        Throwable told = record == null ? rootOf(thrown) : record;
        return told.getMessage() == null ? told.toString() : told.getMessage();
    }

    /** The first of a type among a failure and what it goes back to; null if there is none. */
    static <T extends Throwable> @Nullable T first(Class<T> type, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
