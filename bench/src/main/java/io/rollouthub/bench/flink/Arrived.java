package io.rollouthub.bench.flink;

/** A supplier's record on its way to its cluster; of the form that Flink passes on by fields. */
public final class Arrived {
    public String topic = "";
    public int partition;
    public long offset;
    public long acceptedAt;
    public String cluster = "";
    public byte[] value = {};
}
