package io.rollouthub.hub.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/** Keeps out of the log what Kafka warns of although nothing is wrong, or what this program itself tells better. */
public final class KnownNoise extends Filter<ILoggingEvent> {
    private static final List<String> HARMLESS = List.of(
            // one node is controller, broker and client in one process
            "Performing controller activation",
            "Unexpected error handling request RequestHeader(apiKey=CONTROLLER_REGISTRATION",
            // a busy machine is late for its own heartbeat, and the broker comes back at the next one
            "controller event queue overloaded. Timed out heartbeat from broker",
            "Attempting to close NetworkClient that has already been closed",
            "with error 'TOPIC_ALREADY_EXISTS'",
            // Kafka Streams on its way
            "Processing exception handler is not enabled for the GlobalThread",
            "Not updating last stable offset for partition",
            // the last transaction is still being ended: the producer tries again
            "Error: CONCURRENT_TRANSACTIONS",
            // thrown as well, to whoever starts the broker
            "Got exception while starting SharedServer",
            "Fatal error during broker startup",
            // every attempt; that Kafka is away is told once, by whoever needs it
            "could not be established. Node may not be available",
            "Bootstrap broker",
            "Interrupted while joining ioThread",
            // settings that one client of an application knows and another does not
            "isn't a known config",
            "were supplied but are not used yet");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return HARMLESS.stream().anyMatch(event.getFormattedMessage()::contains)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
