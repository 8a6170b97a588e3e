package io.rollouthub.report;

import io.rollouthub.output.AlertKind;

/**
 * Which alert it is, of all its episodes; as a text {@code <cluster>/<kind>/<subject>}.
 *
 * @param subject the milestone, or the supplier that is silent
 */
public record AlertId(String cluster, AlertKind kind, String subject) {

    @Override
    public String toString() {
        return cluster + "/" + kind + "/" + subject;
    }
}
