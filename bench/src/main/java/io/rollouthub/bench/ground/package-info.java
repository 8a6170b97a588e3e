/** Where contenders are measured: a broker, a registry, the reports, and what the machine says of processes. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.ground;
