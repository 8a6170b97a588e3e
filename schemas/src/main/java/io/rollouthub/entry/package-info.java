/** Entries of the journal, by what they are. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.entry;
