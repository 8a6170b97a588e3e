/** Plug-ins for Kafka Connect: what suppliers without Kafka drop goes in, and alerts go out. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.connect;
