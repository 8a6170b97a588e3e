/** Reads {@code programme.yaml} into the programme that is published, naming every mistake with its line and key. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.programmefile;
