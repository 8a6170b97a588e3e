/** Measures the hub and compares it; no part of the product. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.bench;
