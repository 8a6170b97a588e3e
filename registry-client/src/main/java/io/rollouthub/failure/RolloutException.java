package io.rollouthub.failure;

import org.jspecify.annotations.Nullable;

/** Something a person can put right: what is wrong, and what to do about it; any other exception is a fault of ours. */
public class RolloutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String remedy;

    /**
     * What is wrong without a cause that would tell more.
     *
     * @param what a sentence, several lines of mistakes, or a clause without its full stop
     * @param remedy what to do, likewise
     */
    public RolloutException(String what, String remedy) {
        this(what, remedy, null);
    }

    /** As above, with a cause that is shown with {@code --verbose} alone. */
    public RolloutException(String what, String remedy, @Nullable Throwable cause) {
        super(what + between(what, remedy) + remedy, cause);
        this.what = what;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public final String what() {
        return what;
    }

    /** What to do about it. */
    public final String remedy() {
        return remedy;
    }

    /** The cause behind all causes; the exception itself if it has none. */
    public static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String between(String what, String remedy) {
        if (what.contains("\n")) {
            return System.lineSeparator();
        }
        if (what.endsWith(".") || what.endsWith("?")) {
            return " ";
        }
        return Character.isLowerCase(remedy.charAt(0)) ? "; " : ". ";
    }
}
