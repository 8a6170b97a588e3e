package io.rollouthub.producer;

import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event that the gate had accepted counts for nothing: its eventId was used before for other content, or there are too
 * many reports on the same thing.
 *
 * @param event as it was accepted
 * @param refusal why
 * @param origin where it stands on the supplier's topic, as in its {@link Verdict.Accepted}
 * @param acceptedAt when the hub's Kafka took it
 */
public record LedgerRefusal(SpecificRecord event, Refusal refusal, Origin origin, Instant acceptedAt) {}
