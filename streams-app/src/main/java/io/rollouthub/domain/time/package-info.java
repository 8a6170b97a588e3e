/** Civil dates and instants in the programme's zone (semantics 1). */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.time;
