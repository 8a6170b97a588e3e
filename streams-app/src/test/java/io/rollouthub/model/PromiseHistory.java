package io.rollouthub.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * §9.1: the promises of one site go-live or release.
 *
 * @param ended those kept or broken, in the order in which they ended
 * @param standing the one that stands at the end of the fold
 * @param withdrawn those that ended uncounted by CANCELLED or WITHDRAWN
 */
record PromiseHistory(List<EndedPromise> ended, @Nullable Promise standing, List<Promise> withdrawn) {

    /** §9.1: one that still stands with its due before today is broken, and stands no more. */
    PromiseHistory asOf(LocalDate today) {
        if (standing == null || !standing.due().isBefore(today)) {
            return this;
        }
        List<EndedPromise> all = new ArrayList<>(ended);
        if (standing.from() > 0) {
            all.add(new EndedPromise(standing, false, 0));
        }
        return new PromiseHistory(all, null, withdrawn);
    }
}
