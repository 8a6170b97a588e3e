package io.rollouthub.producer;

import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an event: the hub's last word on it, whichever of its parts has spoken. */
public sealed interface Verdict {

    /**
     * It counts.
     *
     * @param acceptedAt when the hub's Kafka took it
     * @param origin where it stands on the supplier's topic
     * @param known whether it is the same as one that was accepted before; it is counted as a repeat, and nothing else
     * @param warning a sentence for a person if it {@linkplain Report#replaces replaces} a report that the hub does not
     *     have yet, of this supplier and on the same thing; it counts nevertheless, and the report that it names may still
     *     come. Null: there is nothing to warn of
     */
    record Accepted(
            Instant acceptedAt,
            Origin origin,
            boolean known,
            @Nullable String warning) implements Verdict {

        /** For the first time. */
        public Accepted(Instant acceptedAt, Origin origin, @Nullable String warning) {
            this(acceptedAt, origin, false, warning);
        }

        /** With nothing to warn of, for the first time. */
        public Accepted(Instant acceptedAt, Origin origin) {
            this(acceptedAt, origin, false, null);
        }
    }

    /**
     * It does not count and never will; a corrected one is a new event.
     *
     * @param refusal why, and how to mend it
     * @param origin where it stands on the supplier's topic; null if it was not sent
     * @param acceptedAt when the hub's Kafka took it; null if it was not sent
     */
    record Refused(
            Refusal refusal,
            @Nullable Origin origin,
            @Nullable Instant acceptedAt) implements Verdict {

        /** Without saying when. */
        public Refused(Refusal refusal, @Nullable Origin origin) {
            this(refusal, origin, null);
        }

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
