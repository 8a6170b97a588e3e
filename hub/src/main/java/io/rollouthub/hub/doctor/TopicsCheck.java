package io.rollouthub.hub.doctor;

import io.rollouthub.hub.settings.Settings;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.BrokenPromise;
import io.rollouthub.runtime.Change;
import io.rollouthub.runtime.ExistingTopic;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.TopicChanges;
import io.rollouthub.runtime.TopicPromise;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** Each topic of the programme: whether it is there, with the partitions and settings it should have, and what comes of others. */
record TopicsCheck(Connection hub, Settings settings, Findings findings) {
    void look(Admin admin, @Nullable Programme programme) {
        TopicChanges topics = new Provisioning(settings.streams(hub), hub.registry()).topicChanges(admin, programme);
        List<BrokenPromise> broken = topics.broken(settings.weaker());
        topics.wanted().forEach(topic -> topic(topic, topics, broken));
        if (broken.isEmpty()) {
            findings.ok("promises", String.join(", ", TopicPromise.keys()) + " are kept by the topics' settings");
        }
        // What is not accepted has been told with its topic.
        broken.stream().filter(BrokenPromise::accepted).forEach(one -> findings.ok("promises", one.sentence()));
    }

    private void topic(NewTopic wanted, TopicChanges topics, List<BrokenPromise> broken) {
        String what = "topic " + wanted.name();
        ExistingTopic there = topics.existing().get(wanted.name());
        if (there == null) {
            findings.wrong(what, "is missing", Findings.APPLY);
            return;
        }
        String toSet = differences(topics.changes(), wanted.name())
                + broken.stream()
                        .filter(one -> one.topic().equals(wanted.name()) && !one.accepted())
                        .map(one -> "; by this " + one.means() + " (promise "
                                + one.promise().key() + ")")
                        .collect(Collectors.joining());
        // What only differs from a wish, such as more partitions, does no harm.
        String toStay = topics.kept().stream()
                .filter(kept ->
                        kept.topic().equals(wanted.name()) && kept.setting().isEmpty())
                .map(kept -> kept.is() + " " + kept.property() + " instead of " + kept.wanted())
                .collect(Collectors.joining(", "));
        if (!toStay.isEmpty()) {
            findings.wrong(
                    what,
                    toSet.isEmpty() ? toStay : toSet + ", " + toStay,
                    "Its partitions cannot be changed: delete the topic if nothing in it matters, then apply.");
        } else if (!toSet.isEmpty()) {
            findings.wrong(what, toSet, Findings.APPLY);
        } else {
            String settings = new TreeMap<>(wanted.configs())
                    .entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
            findings.ok(what, there.partitions() + " partitions, " + settings);
        }
    }

    /** What is to be changed of a topic or a schema, for people; "" if nothing is. */
    static String differences(List<Change> changes, String about) {
        return changes.stream()
                .filter(change -> change.about().equals(about))
                .map(TopicsCheck::difference)
                .collect(Collectors.joining(", "));
    }

    private static String difference(Change change) {
        if (change instanceof Change.SetTopic set) {
            return set.setting() + " is " + set.from() + " instead of " + set.to();
        }
        if (change instanceof Change.AddPartitions more) {
            return more.from() + " partitions instead of " + more.to();
        }
        return change instanceof Change.SetCompatibility set
                ? "compatibility is " + (set.from() == null ? "not set" : set.from()) + " instead of "
                        + Change.COMPATIBILITY
                : "not registered";
    }
}
