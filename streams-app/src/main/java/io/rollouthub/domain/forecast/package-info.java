/** How likely it is that a date will be kept: promises, what became of them, and what follows (semantics 9). */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.forecast;
