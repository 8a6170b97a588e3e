/** What is written to Kafka for a report. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.writes;
