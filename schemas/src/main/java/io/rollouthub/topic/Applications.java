package io.rollouthub.topic;

/** The names under which the hub's two streams applications are known to Kafka: their application ids and consumer groups. */
public final class Applications {
    public static final String GATE = "rollout-gate";
    public static final String LEDGER = "rollout-ledger";

    private Applications() {}
}
