/** Files and words that are for nobody else. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.privacy;
