package io.rollouthub.topic;

/** The consumer groups of the hub's two applications, whose offsets say how far each is. */
public final class HubGroups {
    /** Of what judges the suppliers' reports. */
    public static final String GATE = "rollout-gate";

    /** Of what applies the journal. */
    public static final String LEDGER = "rollout-ledger";

    private HubGroups() {}
}
