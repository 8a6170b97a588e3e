/** What the passing of time costs in memory, where nothing is due. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.ticks;
