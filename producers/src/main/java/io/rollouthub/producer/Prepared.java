package io.rollouthub.producer;

import io.rollouthub.check.Refusal;

/** An event before it is sent: ready for Kafka, or refused already. */
sealed interface Prepared {

    /**
     * Nothing speaks against it here.
     *
     * @param cluster the record's key
     * @param value in Confluent's wire format
     */
    record Ready(String eventId, String cluster, byte[] value) implements Prepared {}

    /** The hub's gate would refuse it. */
    record Unfit(Refusal refusal) implements Prepared {}
}
