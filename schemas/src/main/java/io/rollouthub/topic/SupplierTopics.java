package io.rollouthub.topic;

import io.rollouthub.output.Verdict;
import io.rollouthub.text.Quoted;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three topics of each supplier of this process's hub: what it reports, what became of each record, and what was refused. */
public final class SupplierTopics {
    private static final SupplierNames OWN = new SupplierNames(Prefix.own());
    private static final String IN = OWN.in("");
    private static final String REJECTED = OWN.rejected("");
    private static final String VERDICTS_OF = OWN.verdicts("");

    /** What a topic of reports is called in any hub: a report keeps its place where it is imported into another. */
    private static final Pattern IN_OF_ANY = Pattern.compile(Prefix.FORM + "\\.in\\.(.*)");

    /** What is on all topics of verdicts, whose schema has one subject for all: none of them can be without it. */
    public static final Topic<Verdict> VERDICTS = new Topic<>(Prefix.own().topic("verdicts"), Verdict.class, false);

    /** Matches every topic that {@link #in} names. */
    public static final Pattern ALL_IN = Pattern.compile(Pattern.quote(IN) + ".*");

    /** What no supplier can be called. */
    public static final String UNKNOWN = "unknown";

    /** Where refused records of topics go whose supplier is not in the programme. */
    public static final String REJECTED_UNKNOWN = OWN.rejected(UNKNOWN);

    private SupplierTopics() {}

    /** The topic to which this supplier publishes its events. */
    public static String in(String supplier) {
        return OWN.in(supplier);
    }

    /** The topic to which the hub writes what it refuses of this supplier's. */
    public static String rejected(String supplier) {
        return OWN.rejected(supplier);
    }

    /** The topic on which this supplier, and nobody else, is told what became of each of its records; one partition. */
    public static String verdicts(String supplier) {
        return OWN.verdicts(supplier);
    }

    /** Whether this is the name of a topic of a supplier's reports, in this hub or another. */
    public static boolean isIn(String topic) {
        return IN_OF_ANY.matcher(topic).matches();
    }

    /** Whether this is the name of a topic of verdicts. */
    public static boolean isVerdicts(String topic) {
        return topic.startsWith(VERDICTS_OF);
    }

    /** Whether this is the name of a topic of refused records. */
    public static boolean isRejected(String topic) {
        return topic.startsWith(REJECTED);
    }

    /** Whether this is the name of a topic on which the hub tells a supplier what became of its records. */
    public static boolean isToSupplier(String topic) {
        return isVerdicts(topic) || isRejected(topic);
    }

    /** The supplier whose topic this is; the topic is one of a supplier's reports, in this hub or another. */
    public static String supplierOf(String topic) {
        Matcher reports = IN_OF_ANY.matcher(topic);
        if (!reports.matches()) {
            throw new IllegalArgumentException(Quoted.of(topic) + " is no topic of a supplier's reports");
        }
        return reports.group(1);
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
