package io.rollouthub.domain.forecast;

import java.util.List;

/**
 * How promises that stood at a lead were kept (semantics 9.7).
 *
 * @param kept K(h), of the whole cluster
 * @param ended K(h) + B(h)
 * @param supplierKept Ks(h), of one supplier
 * @param supplierEnded Ks(h) + Bs(h)
 */
public record LeadRecord(int kept, int ended, int supplierKept, int supplierEnded) {
    /** Days ahead at which the hub's own forecasts and the suppliers' promises are kept (semantics 9.8). */
    public static final List<Integer> RECORDED = List.of(30, 90, 180);
}
