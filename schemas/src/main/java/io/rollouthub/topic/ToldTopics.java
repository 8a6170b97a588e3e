package io.rollouthub.topic;

import io.rollouthub.output.Told;

/** The topics on which it is kept what receivers of alerts have been told; one partition each, compacted, for ever. */
public final class ToldTopics {
    /** What no connector can be called. */
    public static final String IMPORTED = "import";

    /** How they all begin. */
    public static final String ALL = of("").name();

    /** What every receiver counts as told: alerts that were open at the end of an imported history. */
    public static final Topic<Told> IMPORT = of(IMPORTED);

    private ToldTopics() {}

    /** That of a connector by its name. */
    public static Topic<Told> of(String connector) {
        return new Topic<>(Prefix.own().topic("told." + connector), Told.class, true);
    }

    /** The key of an episode of an alert. */
    public static String key(String alertId, int episode) {
        return alertId + "/" + episode;
    }
}
