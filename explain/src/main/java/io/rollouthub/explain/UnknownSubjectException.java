package io.rollouthub.explain;

import io.rollouthub.failure.RolloutException;
import java.util.List;

/** Nothing was reported on what a story is asked for; the message names what may have been meant. */
public final class UnknownSubjectException extends RolloutException {
    private static final long serialVersionUID = 1;

    UnknownSubjectException(String id, List<String> near) {
        super(
                "Nothing was reported on '" + id + "'.",
                near.isEmpty()
                        ? "A milestone is named <cluster>/<milestone>, an alert <cluster>/<kind>/<milestone or"
                                + " supplier>; 'rollout status' lists them."
                        : "Did you mean " + String.join(" or ", near) + "?");
    }
}
