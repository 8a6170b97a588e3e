/** What is done with rejected records: sending one again. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.rejected;
