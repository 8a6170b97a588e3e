package io.rollouthub.bench.contender;

import io.rollouthub.bench.ground.App;
import io.rollouthub.bench.ground.Turn;

/** One who takes the suppliers' reports, in a JVM of its own. */
public interface Contender {
    String name();

    /** The application that makes the topics. */
    App app();

    /** Starts it on topics that are there; returns when it takes reports. */
    Running start(Turn turn);
}
