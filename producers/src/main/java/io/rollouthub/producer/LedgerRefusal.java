package io.rollouthub.producer;

import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * The ledger has refused an event that this client published: its eventId was used before for other content, there are too many
 * reports on the same thing, and the like.
 *
 * @param event as it was published
 * @param refusal why
 * @param origin where it stands on the supplier's topic, as in its {@link Verdict.Refused}
 * @param acceptedAt when the hub's Kafka took it
 * @deprecated it is the event's {@link Verdict.Refused}, as any refusal of the hub's
 */
@Deprecated
public record LedgerRefusal(SpecificRecord event, Refusal refusal, Origin origin, Instant acceptedAt) {}
