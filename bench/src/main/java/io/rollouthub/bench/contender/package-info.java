/** What is compared: the hub and its peers, each started in a JVM of its own, and how far each is. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.contender;
