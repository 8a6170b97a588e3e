/** Looks at everything that a hub needs and tells what is wrong with it, and what to do. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.doctor;
