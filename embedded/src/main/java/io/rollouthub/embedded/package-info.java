/** Kafka and a schema registry on this machine's loopback address, for a hub that needs nothing else installed. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.embedded;
