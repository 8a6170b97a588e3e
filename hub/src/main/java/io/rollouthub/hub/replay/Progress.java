package io.rollouthub.hub.replay;

import io.rollouthub.output.AlertTransition;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.FlowListener;
import java.time.LocalDate;

/** Is told how a replay goes on. */
public interface Progress {

    /** A phase begins, such as "start broker and registry". */
    void phase(String name);

    /** Is to be told what the instances do that are about to start. */
    default FlowListener instances() {
        return FlowListener.NONE;
    }

    /** An instance has been started. */
    default void started(HubStreams instance) {}

    /** A day of a replay that goes day by day is over. */
    default void day(LocalDate day) {}

    /** So much is still to be done in this phase. */
    default void left(long records) {}

    /** An alert's transition has been published. */
    void transition(AlertTransition transition);

    /** A line or event that cannot be replayed; the rest goes on. */
    void problem(String message);
}
