/** Which sites went live when, and what that means for counts and forecasts (semantics 5, 9). */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.golive;
