package io.rollouthub.bench.flink;

/** What a month counts in a cluster, for all, a supplier, or a release. */
public final class MonthCounts {
    public int goLives;
    public int planned;
    public int due;
}
