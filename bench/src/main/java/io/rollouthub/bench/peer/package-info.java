/** What the hub is compared with: other programs that take the same reports, each with a main of its own. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.peer;
