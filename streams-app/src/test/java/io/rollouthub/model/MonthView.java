package io.rollouthub.model;

import java.util.SortedMap;

/**
 * §8: one calendar month of a cluster. The parts hold the suppliers, and the {@code <product>/<release>} pairs, that have
 * go-lives in the month.
 */
public record MonthView(
        int goLives,
        int planned,
        int due,
        int cumulativeGoLives,
        int cumulativePlanned,
        int cumulativeDue,
        SortedMap<String, Integer> goLivesBySupplier,
        SortedMap<String, Integer> goLivesByRelease) {}
