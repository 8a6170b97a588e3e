/** What a report makes the hub write. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.writes;
