/**
 * The judge: a slow model of the hub's semantics, recomputed from the accepted events at every step, and random
 * programmes to compare the real rules with it. Each § names a section of the semantics.
 */
@org.jspecify.annotations.NullMarked
package io.rollouthub.model;
