/** The peer that is made with Flink. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.flink;
