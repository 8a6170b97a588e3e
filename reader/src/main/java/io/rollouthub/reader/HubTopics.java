package io.rollouthub.reader;

import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of a Kafka's topics are a hub's, and whether those are there without which there is nothing to read. */
public final class HubTopics {
    private static final Map<String, Topic<?>> OWN = Stream.concat(Topics.OF_LEDGER.stream(), Topics.FEEDS.stream())
            .collect(Collectors.toMap(Topic::name, topic -> topic));

    /** Not in a hub of release 0.1.0, which can be looked at all the same. */
    private static final Set<String> SINCE = Set.of(
            Topics.FORECASTS.name(),
            Topics.SUPPLIER_RECORDS.name(),
            Topics.PROGRESS.name(),
            Topics.TIMERS.name(),
            Topics.JOURNAL_SHAPE.name(),
            Topics.PASSED_OVER.name(),
            Topics.PARKED.name(),
            Topics.VERDICTS_TOLD.name(),
            Topics.AUDIT.name(),
            Topics.RIGHTS.name());

    private HubTopics() {}

    /** Whether a hub is prepared: all topics that any programme needs are there. */
    public static boolean arePrepared(Collection<String> existing) {
        return OWN.keySet().stream().allMatch(name -> existing.contains(name) || SINCE.contains(name));
    }

    /** Whether a topic is the hub's own or a supplier's. */
    public static boolean isOfHub(String topic) {
        return OWN.containsKey(topic)
                || SupplierTopics.ALL_IN.matcher(topic).matches()
                || SupplierTopics.isRejected(topic)
                || SupplierTopics.isVerdicts(topic);
    }

    /** All that the hub tells: its results, and what it has rejected. */
    public static List<String> told(Collection<String> existing) {
        Stream<String> results = Topics.OUTPUTS.stream()
                .map(Topic::name)
                .filter(name -> existing.contains(name) || !SINCE.contains(name));
        return Stream.concat(results, rejected(existing).stream()).toList();
    }

    public static List<String> rejected(Collection<String> existing) {
        return existing.stream().filter(SupplierTopics::isRejected).toList();
    }

    public static List<String> ofSuppliers(Collection<String> existing) {
        return existing.stream()
                .filter(SupplierTopics.ALL_IN.asMatchPredicate())
                .toList();
    }

    /** The hub's own topic of this name; not one that suppliers have. */
    static Topic<?> own(String name) {
        Topic<?> topic = OWN.get(name);
        if (topic == null) {
            throw new IllegalArgumentException(name + " is none of the hub's own topics");
        }
        return topic;
    }
}
