package io.rollouthub.model;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import java.math.BigDecimal;

/** Makes an event that was sent before come again. */
record Repeats(Chance chance) {

    /** The same content; a decimal may be written otherwise. */
    Object same(Object event) {
        if (event instanceof ContractEvent contract && contract.getValue() != null) {
            BigDecimal value = contract.getValue().setScale(chance.between(0, 2));
            return ContractEvent.newBuilder(contract).setValue(value).build();
        }
        return event;
    }

    /** The same in all that matters to any figure: only the citation is another. */
    Object elsewhere(Object event) {
        String source = "Hansard, column " + chance.between(1, 999_999);
        if (event instanceof GoLiveEvent e) {
            return GoLiveEvent.newBuilder(e).setSource(source).build();
        } else if (event instanceof ReleaseEvent e) {
            return ReleaseEvent.newBuilder(e).setSource(source).build();
        } else if (event instanceof MilestoneEvent e) {
            return MilestoneEvent.newBuilder(e).setSource(source).build();
        }
        return ContractEvent.newBuilder((ContractEvent) event).setSource(source).build();
    }
}
