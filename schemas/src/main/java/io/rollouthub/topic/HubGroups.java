package io.rollouthub.topic;

/** The consumer groups of the two applications of this process's hub, whose offsets say how far each is. */
public final class HubGroups {
    /** Of what judges the suppliers' reports. */
    public static final String GATE = Prefix.own().id("gate");

    /** Of what applies the journal. */
    public static final String LEDGER = ledger(Prefix.own());

    private HubGroups() {}

    /** Of what applies the journal of some hub. */
    public static String ledger(Prefix hub) {
        return hub.id("ledger");
    }
}
