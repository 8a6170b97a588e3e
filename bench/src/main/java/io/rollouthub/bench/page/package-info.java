/** The bench's README: tables that the commands make. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.page;
