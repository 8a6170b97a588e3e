package io.rollouthub.runtime;

import io.rollouthub.failure.RolloutException;

/** A programme that runs cannot move to another time zone: all its dates would mean something else. */
public final class ZoneChangedException extends RolloutException {
    private static final long serialVersionUID = 1;

    ZoneChangedException(String inForce, String wanted) {
        super(
                "the programme in force is in zone " + inForce + " and cannot change to " + wanted
                        + ": its dates would mean other instants",
                "Set zone back to " + inForce + ", or start another hub for another programme.");
    }
}
