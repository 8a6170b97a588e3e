package io.rollouthub.domain.ledger;

import org.jspecify.annotations.Nullable;

/** The steps that an entry of the journal makes, each begun when the one before it is over. */
@FunctionalInterface
interface Steps {
    /** None. */
    Steps NONE = () -> null;

    /** Begins the next one; null: there is no more. */
    @Nullable
    Step next();

    /** Whether whoever goes on between two of them finds the next one by itself. */
    default boolean canBePaused() {
        return true;
    }
}
