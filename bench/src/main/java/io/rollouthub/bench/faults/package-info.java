/** A hub whose processes, connections and inputs fail at random, and the reckoning of what came of it. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.faults;
