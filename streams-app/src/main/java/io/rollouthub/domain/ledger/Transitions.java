package io.rollouthub.domain.ledger;

import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import org.apache.avro.Schema.Field;

/** The record of an alert's transition: the alert as it is after it. */
final class Transitions {
    private Transitions() {}

    static AlertTransition of(Alert alert) {
        AlertTransition transition = new AlertTransition();
        for (Field field : AlertTransition.getClassSchema().getFields()) {
            transition.put(field.pos(), alert.get(field.name()));
        }
        return transition;
    }
}
