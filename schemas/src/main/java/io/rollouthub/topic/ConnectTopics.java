package io.rollouthub.topic;

/** The topics in which a group of Kafka Connect's workers keeps what it has to remember; it creates them itself. */
public final class ConnectTopics {
    /** The workers' group. */
    public static final String GROUP = Prefix.own().id("connect");

    public static final String CONFIGS = Prefix.own().topic("connect-configs");
    public static final String OFFSETS = Prefix.own().topic("connect-offsets");
    public static final String STATUS = Prefix.own().topic("connect-status");

    /** How topics begin on which a connector keeps what its receiver refused. */
    public static final String REFUSED = Prefix.own().topic("connect-refused.");

    /** How Kafka Connect has the groups begin in which sinks read, unless it is told otherwise. */
    private static final String CONNECTS_OWN = "connect-";

    /** How the groups begin in which this hub's sinks read. */
    public static final String SINK_GROUPS = sinkGroups(Prefix.own());

    /** The transaction of the workers' leader; Kafka Connect says so. */
    public static final String LEADER_TRANSACTION = "connect-cluster-" + GROUP;

    /** How the transactions of sources begin; Kafka Connect says so. */
    public static final String SOURCE_TRANSACTIONS = GROUP + "-";

    private ConnectTopics() {}

    /** How the groups begin in which a hub's sinks read; those of the usual prefix are called as Kafka Connect does. */
    public static String sinkGroups(Prefix hub) {
        return hub.isUsual() ? CONNECTS_OWN : hub.id(CONNECTS_OWN);
    }
}
