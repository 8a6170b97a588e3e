/** How long a person waits for a command that starts, at a terminal. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.start;
