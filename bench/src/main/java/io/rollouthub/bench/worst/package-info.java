/** A supplier that writes the dearest reports it can, beside others that report at an even pace. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.worst;
