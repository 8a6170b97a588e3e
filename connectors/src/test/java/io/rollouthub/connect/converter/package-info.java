/** Every record of the hub's through the converter and back, and what does not fit. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.connect.converter;
