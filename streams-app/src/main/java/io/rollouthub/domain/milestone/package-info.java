/** Milestones: what is due, achieved, and where it stands (semantics 5, 6). */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.milestone;
