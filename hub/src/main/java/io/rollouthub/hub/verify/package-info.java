/** Works results out anew from the journal, and holds what was published against them. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.verify;
