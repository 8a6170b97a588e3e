/** The reports that every bench sends: realistic ones, the same at each run. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.mix;
