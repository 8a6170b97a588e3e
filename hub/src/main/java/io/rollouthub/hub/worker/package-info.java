/** A worker of Kafka Connect for the hub: its settings, the configurations of connectors, and their supervision. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.worker;
