package io.rollouthub.topic;

/** The topics in which a group of Kafka Connect's workers keeps what it has to remember; it creates them itself. */
public final class ConnectTopics {
    /** The workers' group. */
    public static final String GROUP = "rollout-connect";

    public static final String CONFIGS = "rollout.connect-configs";
    public static final String OFFSETS = "rollout.connect-offsets";
    public static final String STATUS = "rollout.connect-status";

    private ConnectTopics() {}
}
