/** The reading side on a real broker, and that there is one of it. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.reading;
