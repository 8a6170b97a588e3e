package io.rollouthub.connect.told;

import io.rollouthub.connect.alert.AlertReport;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who tells a receiver of one transition after the other. */
public interface Teller {
    /**
     * Tries to tell a transition; the same one again as long as it says so.
     *
     * @return when to try it again; null: the receiver has it
     * @throws RefusedException with why this transition is never to be told
     */
    @Nullable
    Duration attempt(AlertReport transition) throws RefusedException, InterruptedException;
}
