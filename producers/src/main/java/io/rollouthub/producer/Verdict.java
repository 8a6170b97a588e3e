package io.rollouthub.producer;

import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event at the hub's gate.
 *
 * <p>It is the gate's word alone. The ledger behind it, which knows the history, still refuses what reuses an eventId for
 * other content or comes as one report too many on the same thing; that is told as a {@link LedgerRefusal}.
 */
public sealed interface Verdict {

    /**
     * It is in the journal.
     *
     * @param acceptedAt when the hub's Kafka took it
     * @param origin where it stands on the supplier's topic
     * @param warning a sentence for a person if it {@linkplain Report#replaces replaces} a report that the journal does
     *     not have up to its own place, of this supplier and on the same thing; it counts nevertheless, and the report
     *     that it names may still come. Null: there is nothing to warn of
     */
    record Accepted(
            Instant acceptedAt, Origin origin, @Nullable String warning) implements Verdict {

        /** With nothing to warn of. */
        public Accepted(Instant acceptedAt, Origin origin) {
            this(acceptedAt, origin, null);
        }
    }

    /**
     * It is not in the journal and never will be; a corrected one is a new event.
     *
     * @param refusal why, and how to mend it
     * @param origin where it stands on the supplier's topic; null if it was not sent
     */
    record Refused(Refusal refusal, @Nullable Origin origin) implements Verdict {

        /**
         * Whether it was the hub that refused it, so that it is on the supplier's rejected topic; otherwise this client
         * did, and nothing was sent.
         */
        public boolean sent() {
            return origin != null;
        }
    }

    /**
     * Kafka took it, and the hub will judge it; of a client that does {@linkplain ClientSettings#withoutVerdicts() not
     * wait for verdicts}.
     *
     * @param origin where it stands on the supplier's topic
     */
    record Sent(Origin origin) implements Verdict {}
}
