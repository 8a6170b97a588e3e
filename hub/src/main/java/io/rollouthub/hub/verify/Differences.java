package io.rollouthub.hub.verify;

import io.rollouthub.domain.store.Content;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** In what published results differ from those that follow from the journal, by topic. For one thread. */
public final class Differences {
    private static final int MOST_SHOWN = 10;

    /** When a row was told, which depends on what was gathered for it (semantics 10). */
    private static final List<String> WHEN = List.of("at", "clock");

    /** Of a site or release: told with its own reports and at the daily review, between which those of others move it. */
    private static final List<String> FORECASTS = List.of(
            "probability", "p50", "p85", "keptAtLead", "endedAtLead", "supplierKeptAtLead", "supplierEndedAtLead");

    private final Map<Topic<?>, OfTopic> topics = new HashMap<>();
    private final OfTopic refusals = new OfTopic();
    private int refusalsNotSeen;

    /** What was found of one topic: how many rows were compared, how many differ, and the first of these. */
    public static final class OfTopic {
        private int rows;
        private int different;
        private final List<Difference> first = new ArrayList<>();

        public int rows() {
            return rows;
        }

        public int different() {
            return different;
        }

        public List<Difference> first() {
            return first;
        }

        void row() {
            rows++;
        }

        void add(String key, String what) {
            different++;
            if (first.size() < MOST_SHOWN) {
                first.add(new Difference(key, what));
            }
        }
    }

    /** A row that is not what it would be, and in what. */
    public record Difference(String key, String what) {}

    public Differences() {
        Topics.OUTPUTS.forEach(topic -> topics.put(topic, new OfTopic()));
    }

    /** By topic, in the order of {@link Topics#OUTPUTS}. */
    public OfTopic of(Topic<?> topic) {
        return topics.getOrDefault(topic, new OfTopic());
    }

    /** Of what the ledger has refused, on all suppliers' topics. */
    public OfTopic refusals() {
        return refusals;
    }

    /** How many refusals were not compared, as Kafka has deleted the oldest ones. */
    public int refusalsNotSeen() {
        return refusalsNotSeen;
    }

    void refusalNotSeen() {
        refusalsNotSeen++;
    }

    /** How many rows differ in all. */
    public int total() {
        return refusals.different()
                + topics.values().stream().mapToInt(OfTopic::different).sum();
    }

    /** Adds what was published for a part of the journal, and what follows from that. */
    public void add(ReadModel published, ReadModel expected) {
        for (Topic<?> topic : Topics.OUTPUTS) {
            if (topic == Topics.ALERT_TRANSITIONS) {
                compare(of(topic), numbered(published), numbered(expected));
            } else {
                compare(of(topic), published.latest(topic), expected.latest(topic));
            }
        }
    }

    /** Those of an alert in their order, which is all that its readers go by. */
    private static SortedMap<String, AlertTransition> numbered(ReadModel model) {
        Map<String, Integer> counts = new HashMap<>();
        SortedMap<String, AlertTransition> numbered = new TreeMap<>();
        model.transitions().forEach(transition -> {
            int number = counts.merge(transition.getAlertId(), 1, Integer::sum);
            numbered.put(transition.getAlertId() + " " + number, transition);
        });
        return numbered;
    }

    private static void compare(
            OfTopic found,
            SortedMap<String, ? extends SpecificRecord> published,
            SortedMap<String, ? extends SpecificRecord> expected) {
        TreeSet<String> keys = new TreeSet<>(published.keySet());
        keys.addAll(expected.keySet());
        found.rows += keys.size();
        for (String key : keys) {
            SpecificRecord is = published.get(key);
            SpecificRecord wanted = expected.get(key);
            if (is == null || wanted == null) {
                found.add(key, is == null ? "is missing" : "is there, and follows from nothing");
            } else {
                String what = fields(is, wanted);
                if (!what.isEmpty()) {
                    found.add(key, what);
                }
            }
        }
    }

    private static String fields(SpecificRecord is, SpecificRecord wanted) {
        return is.getSchema().getFields().stream()
                .filter(field -> !isFree(field.name(), wanted))
                .filter(field -> !Content.same(is.get(field.pos()), wanted.get(field.pos())))
                .map(field -> words(field, is.get(field.pos()), wanted.get(field.pos())))
                .collect(Collectors.joining(", "));
    }

    private static boolean isFree(String field, SpecificRecord row) {
        if (row instanceof AlertTransition) {
            return false;
        }
        boolean isOfOne = row instanceof MilestoneState milestone && milestone.getCount() == null;
        return WHEN.contains(field) || (isOfOne && FORECASTS.contains(field));
    }

    private static String words(Field field, @Nullable Object is, @Nullable Object wanted) {
        return field.name() + " is " + is + " instead of " + wanted;
    }
}
