package io.rollouthub.registry;

import io.rollouthub.failure.RolloutException;

/** The registry gave no usable answer: it is down, unreachable, or refuses us. Trying again may help. */
public final class RegistryUnavailableException extends RolloutException {
    private static final long serialVersionUID = 1;

    private final boolean refused;

    public RegistryUnavailableException(String message, Throwable cause, boolean refused) {
        super(
                message,
                refused
                        ? "Check the user and the password for the registry."
                        : "Look whether the registry runs, and whether this is its address.",
                cause);
        this.refused = refused;
    }

    /** Whether it answers, but not to whom we say we are. */
    public boolean isRefusal() {
        return refused;
    }
}
