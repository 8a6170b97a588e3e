/** What the rules, the gate's checks and the serde take of a processor, without Kafka. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.rules;
