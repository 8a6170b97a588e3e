package io.rollouthub.serde;

import java.io.EOFException;
import org.jspecify.annotations.Nullable;

/** Bytes that are no record in Confluent's wire format, or of none of the types expected. */
public class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_PROBLEM = 300;

    private final boolean forGood;

    public UndecodableException(String message, @Nullable Throwable cause) {
        this(message, cause, true);
    }

    UndecodableException(String message, @Nullable Throwable cause, boolean forGood) {
        super(message, cause);
        this.forGood = forGood;
    }

    /**
     * Whether that follows from the bytes and from schemas that are known; not so if the registry lacks the schema, or a newer
     * program wrote what this one does not understand.
     */
    public boolean isForGood() {
        return forGood;
    }

    /** What Avro complains of, on one line that a header can bear: names in it may be a stranger's. */
    static String problem(Throwable e) {
        if (e instanceof EOFException) {
            return "the bytes end too early";
        }
        if (e instanceof StackOverflowError) {
            return "nested too deeply";
        }
        String message = e.getMessage();
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        String line = message.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM) + "…";
    }
}
