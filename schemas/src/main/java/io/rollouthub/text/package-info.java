/** Texts that people give the hub: identifiers, what says nothing, and how others' words are quoted in messages. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.text;
