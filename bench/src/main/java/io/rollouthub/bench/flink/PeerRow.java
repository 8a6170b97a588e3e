package io.rollouthub.bench.flink;

/** A record that the peer writes; of the form that Flink passes on by fields. */
public final class PeerRow {
    public String topic = "";
    public String key = "";
    public byte[] value = {};

    static PeerRow of(String topic, String key, byte[] value) {
        PeerRow row = new PeerRow();
        row.topic = topic;
        row.key = key;
        row.value = value;
        return row;
    }
}
