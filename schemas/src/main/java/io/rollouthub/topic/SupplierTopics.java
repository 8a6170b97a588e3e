package io.rollouthub.topic;

import java.util.List;
import java.util.regex.Pattern;

/** The two topics of each supplier: what it reports, and what of that was refused. */
public final class SupplierTopics {
    private static final String IN = "rollout.in.";
    private static final String REJECTED = "rollout.rejected.";

    /** Matches every topic that {@link #in} names. */
    public static final Pattern ALL_IN = Pattern.compile(Pattern.quote(IN) + ".*");

    /** Where refused records of topics go whose supplier is not in the programme. */
    public static final String REJECTED_UNKNOWN = REJECTED + "unknown";

    private SupplierTopics() {}

    /** The topic to which this supplier publishes its events. */
    public static String in(String supplier) {
        return IN + supplier;
    }

    /** The topic to which the hub writes what it refuses of this supplier's. */
    public static String rejected(String supplier) {
        return REJECTED + supplier;
    }

    /** Whether this is the name of a topic of refused records. */
    public static boolean isRejected(String topic) {
        return topic.startsWith(REJECTED);
    }

    /** The supplier whose topic this is; the topic is one that {@link #ALL_IN} matches. */
    public static String supplierOf(String topic) {
        return topic.substring(IN.length());
    }

    /** The registry's subject of a record type on a supplier's topic, by Confluent's topic-record-name strategy. */
    public static String subject(String topic, String recordName) {
        return topic + "-" + recordName;
    }

    /** The subjects under which a record type for this topic may stand, by any of Confluent's three strategies. */
    public static List<String> subjects(String topic, String recordName) {
        return List.of(subject(topic, recordName), topic + "-value", recordName);
    }
}
