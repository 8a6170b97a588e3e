package io.rollouthub.bench.faults;

import java.util.List;

/**
 * A fault, or two at once, and how it went.
 *
 * @param kinds of each
 * @param line what was done
 * @param seconds until records of all clusters moved again behind its end
 * @param ended the processes that ended by themselves meanwhile, and were started again
 */
public record FaultRound(List<String> kinds, String line, double seconds, List<String> ended) {
    @Override
    public String toString() {
        return String.format("%s: moves again after %.1f s", line, seconds)
                + (ended.isEmpty() ? "" : "; ended by themselves: " + ended);
    }
}
