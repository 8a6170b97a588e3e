package io.rollouthub.topology;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.topic.Topics;

/** There is no programme yet; records wait until one is published. */
public final class MissingProgrammeException extends RolloutException {
    private static final long serialVersionUID = 1;

    MissingProgrammeException() {
        super("no programme on " + Topics.PROGRAMME.name() + " yet", "publish one with 'rollout admin apply'");
    }
}
