/** The story of an alert or a milestone in plain words, from the journal alone. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.explain;
