package io.rollouthub.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing list shorter for people to read: leaves out what the failure does not need. */
public final class Shrink {

    private Shrink() {}

    /**
     * A short sub-list that still fails, in the same order; no single element of it can be left out, unless time ran out.
     *
     * @param failing a list that fails; its first element, the programme of a journal, always stays
     * @param stillFails must not depend on anything but its argument
     * @param most how long to try
     */
    public static <T> List<T> shrink(List<T> failing, Predicate<List<T>> stillFails, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        List<T> shortest = List.copyOf(failing);
        int chunk = Math.max(1, shortest.size() / 2);
        while (true) {
            int before = shortest.size();
            for (int from = shortest.size() - chunk; from > 1 - chunk; from -= chunk) {
                if (System.nanoTime() - deadline > 0) {
                    return shortest;
                }
                List<T> shorter = without(shortest, Math.max(1, from), from + chunk);
                if (shorter.size() < shortest.size() && stillFails.test(shorter)) {
                    shortest = shorter;
                }
            }
            if (chunk == 1 && shortest.size() == before) {
                return shortest;
            }
            chunk = Math.max(1, shortest.size() == before ? chunk / 2 : Math.min(chunk, shortest.size() / 2));
        }
    }

    private static <T> List<T> without(List<T> list, int from, int to) {
        List<T> rest = new ArrayList<>(list.subList(0, from));
        rest.addAll(list.subList(Math.min(to, list.size()), list.size()));
        return rest;
    }
}
