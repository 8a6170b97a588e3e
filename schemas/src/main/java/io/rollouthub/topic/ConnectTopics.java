package io.rollouthub.topic;

/** The topics in which a group of Kafka Connect's workers keeps what it has to remember; it creates them itself. */
public final class ConnectTopics {
    /** The workers' group. */
    public static final String GROUP = "rollout-connect";

    public static final String CONFIGS = "rollout.connect-configs";
    public static final String OFFSETS = "rollout.connect-offsets";
    public static final String STATUS = "rollout.connect-status";

    /** How topics begin on which a connector keeps what its receiver refused. */
    public static final String REFUSED = "rollout.connect-refused.";

    /** How the groups begin in which sinks read; Kafka Connect says so. */
    public static final String SINK_GROUPS = "connect-";

    /** The transaction of the workers' leader; Kafka Connect says so. */
    public static final String LEADER_TRANSACTION = "connect-cluster-" + GROUP;

    /** How the transactions of sources begin; Kafka Connect says so. */
    public static final String SOURCE_TRANSACTIONS = GROUP + "-";

    private ConnectTopics() {}
}
