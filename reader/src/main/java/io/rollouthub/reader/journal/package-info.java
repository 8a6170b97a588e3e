/** The journal as it is read: whole, in order; and as lines of JSON, as an export writes them and a replay reads them. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.reader.journal;
