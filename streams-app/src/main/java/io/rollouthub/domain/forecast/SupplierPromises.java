package io.rollouthub.domain.forecast;

/** How many of a supplier's promises were kept, broken, withdrawn with their thing, or stand (semantics 9.8). */
public record SupplierPromises(int kept, int broken, int withdrawn, int standing) {}
