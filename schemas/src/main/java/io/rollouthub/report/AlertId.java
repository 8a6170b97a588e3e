package io.rollouthub.report;

import io.rollouthub.output.AlertKind;

/**
 * Which alert it is, of all its episodes; as a text {@code <cluster>/<kind>/<subject>}.
 *
 * @param subject the milestone, or the supplier that is silent
 */
public record AlertId(String cluster, AlertKind kind, String subject) {

    /**
     * What there is to do about it: the same for all alerts on one milestone, and for a supplier's silence. No identifier has
     * an underscore, so no milestone is taken for a silence.
     */
    public String task() {
        return kind == AlertKind.SUPPLIER_SILENT ? toString() : ClusterKeys.path(cluster) + subject;
    }

    @Override
    public String toString() {
        return ClusterKeys.path(cluster) + kind + "/" + subject;
    }
}
