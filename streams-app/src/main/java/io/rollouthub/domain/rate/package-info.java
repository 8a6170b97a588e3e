/** Figures by month, and earned schedule (semantics 8). */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.rate;
