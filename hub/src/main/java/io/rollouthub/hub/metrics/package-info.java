/** What Prometheus is told: of this instance, and of the hub as its topics show it. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.metrics;
