package io.rollouthub.domain.forecast;

/**
 * How promises that stood at a lead were kept (semantics 9.7).
 *
 * @param kept K(h), of the whole cluster
 * @param ended K(h) + B(h)
 * @param supplierKept Ks(h), of one supplier
 * @param supplierEnded Ks(h) + Bs(h)
 */
public record LeadRecord(int kept, int ended, int supplierKept, int supplierEnded) {}
