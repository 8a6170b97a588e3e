/** A real worker of Kafka Connect beside a real hub, and real systems at the other end of its connectors. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.worker;
