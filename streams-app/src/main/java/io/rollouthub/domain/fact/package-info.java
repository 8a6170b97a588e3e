/** Reports, their histories, and what they add up to (semantics 4). */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.fact;
