package io.rollouthub.hub.replay;

import io.rollouthub.output.AlertTransition;

/** Is told how a replay goes on. */
public interface Progress {

    /** A phase begins, such as "start broker and registry". */
    void phase(String name);

    /** An alert's transition has been published. */
    void transition(AlertTransition transition);

    /** A line or event that cannot be replayed; the rest goes on. */
    void problem(String message);
}
