/** The journal as it is read: whole, in order, as lines of JSON. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.reader.journal;
