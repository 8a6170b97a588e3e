/** Reads {@code programme.yaml} into the programme that is published. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.programmefile;
