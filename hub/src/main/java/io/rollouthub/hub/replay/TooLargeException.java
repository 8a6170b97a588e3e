package io.rollouthub.hub.replay;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.runtime.TopicPlan;

/** An event is larger than a supplier's topic takes. */
final class TooLargeException extends RolloutException {
    private static final long serialVersionUID = 1;

    TooLargeException(int number, int bytes) {
        super(
                "event " + (number + 1) + " takes " + bytes + " bytes; a supplier's topic takes records of "
                        + TopicPlan.LARGEST_REPORT + " bytes with their headers",
                "shorten its texts");
    }
}
