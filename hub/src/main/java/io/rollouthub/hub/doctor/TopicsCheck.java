package io.rollouthub.hub.doctor;

import io.rollouthub.hub.settings.Settings;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.Change;
import io.rollouthub.runtime.ExistingTopic;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.TopicChanges;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** Each topic of the programme: whether it is there, with the partitions and settings it should have. */
record TopicsCheck(Admin admin, Findings findings) {
    void look(Connection hub, Settings settings, @Nullable Programme programme) {
        TopicChanges topics = new Provisioning(settings.streams(hub), hub.registry()).topicChanges(admin, programme);
        topics.wanted().forEach(topic -> look(topic, topics));
    }

    private void look(NewTopic wanted, TopicChanges topics) {
        String what = "topic " + wanted.name();
        ExistingTopic there = topics.existing().get(wanted.name());
        if (there == null) {
            findings.wrong(what, "is missing", Findings.APPLY);
            return;
        }
        List<String> toSet = topics.changes().stream()
                .filter(change -> change.about().equals(wanted.name()))
                .map(TopicsCheck::difference)
                .toList();
        // What only differs from a wish, such as more partitions, does no harm.
        List<String> toStay = topics.kept().stream()
                .filter(kept ->
                        kept.topic().equals(wanted.name()) && kept.setting().isEmpty())
                .map(TopicsCheck::difference)
                .toList();
        if (toSet.isEmpty() && toStay.isEmpty()) {
            findings.ok(what, there.partitions() + " partitions, " + settings(wanted));
        } else {
            findings.wrong(
                    what,
                    Stream.concat(toSet.stream(), toStay.stream()).collect(Collectors.joining(", ")),
                    toStay.isEmpty()
                            ? Findings.APPLY
                            : "Its partitions cannot be changed: delete the topic if nothing in it matters, then apply.");
        }
    }

    private static String settings(NewTopic wanted) {
        return new TreeMap<>(wanted.configs())
                .entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String difference(Change change) {
        if (change instanceof Change.SetTopic set) {
            return set.setting() + " is " + set.from() + " instead of " + set.to();
        }
        return change instanceof Change.AddPartitions more
                ? more.from() + " partitions instead of " + more.to()
                : change.line();
    }

    private static String difference(TopicChanges.Kept kept) {
        return kept.is() + " " + kept.property() + " instead of " + kept.wanted();
    }
}
