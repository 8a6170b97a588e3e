package io.rollouthub.runtime;

import java.time.Duration;

/**
 * How long Kafka waits for an instance that says nothing.
 *
 * @param session until the other members of its groups get its partitions ({@code session.timeout.ms})
 * @param transaction until its open transaction may be given up ({@code transaction.timeout.ms}), counted from its begin
 */
public record Patience(Duration session, Duration transaction) {
    /**
     * How long its clusters are silent at most when it dies, but for what the others need to read state back.
     *
     * @param brokersLook how often the brokers look for transactions that are to be given up
     */
    public Duration silence(Duration brokersLook) {
        Duration given = transaction.plus(brokersLook);
        return given.compareTo(session) > 0 ? given : session;
    }
}
