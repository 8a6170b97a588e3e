package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.programme.Programme;
import io.rollouthub.runtime.Provisioning.Preparation;

/** A programme with another id than the one in force, whose reports and promises would go on under its rules. */
final class AnotherProgramme {
    private AnotherProgramme() {}

    /** Refuses it, unless it is to be put in the place of the one in force. */
    static void refuse(Preparation preparation, boolean replace) {
        Programme before = preparation.before();
        String wanted = preparation.programme().getProgramme();
        if (!replace && before != null && !before.getProgramme().equals(wanted)) {
            throw new RolloutException(
                    "Programme " + before.getProgramme() + " is in force here, and this is programme " + wanted + ".",
                    "If it is to be put in its place, with all that was reported so far, use 'rollout admin apply"
                            + " --replace'; else give the hub that is to have it a prefix of its own, or another Kafka.");
        }
    }
}
