/** How long it takes from a supplier's report to the transition of an alert. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.latency;
