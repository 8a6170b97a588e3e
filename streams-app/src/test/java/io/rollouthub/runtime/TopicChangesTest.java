package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.TopicChanges.Kept;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicChangesTest {
    private static final Layout SIX = new Layout(6, 3, (short) -1);

    @Test
    void onAnEmptyKafkaEveryTopicIsCreated() {
        List<NewTopic> wanted = wanted(SIX);

        assertThat(new TopicChanges(wanted, Map.of()).changes())
                .containsExactlyElementsOf(
                        wanted.stream().map(Change.CreateTopic::new).toList());
    }

    @Test
    void topicsThatAreAsTheyShouldBeNeedNothingWhateverElseIsSetOnThem() {
        Map<String, ExistingTopic> existing = asWanted(SIX);
        existing.values().forEach(topic -> topic.settings().put("segment.bytes", "1048576"));

        TopicChanges changes = new TopicChanges(wanted(SIX), existing);

        assertThat(changes.changes()).isEmpty();
        assertThat(changes.kept()).isEmpty();
    }

    @Test
    void aSettingThatDiffersIsSetAndNothingElse() {
        Map<String, ExistingTopic> existing = asWanted(SIX);
        existing(existing, Topics.JOURNAL.name()).settings().put("retention.ms", "604800000");

        assertThat(new TopicChanges(wanted(SIX), existing).changes())
                .containsExactly(new Change.SetTopic(Topics.JOURNAL.name(), "retention.ms", "604800000", "-1"))
                .first()
                .extracting(Change::line)
                .isEqualTo("set retention.ms of topic rollout.journal from 604800000 to -1");
    }

    @Test
    void outputsGetAsManyPartitionsAsTheJournalHas() {
        Map<String, ExistingTopic> existing = asWanted(SIX);
        existing.put(Topics.ALERTS.name(), with(existing(existing, Topics.ALERTS.name()), 2, 1));

        assertThat(new TopicChanges(wanted(SIX), existing).changes())
                .containsExactly(new Change.AddPartitions(Topics.ALERTS.name(), 2, 6));
    }

    @Test
    void theJournalKeepsItsPartitionsAndNewTopicsFollowIt() {
        Layout twelve = new Layout(12, 3, (short) -1);
        Map<String, ExistingTopic> existing = asWanted(SIX);
        existing.remove(Topics.ALERTS.name());

        Layout layout = TopicChanges.afterTheJournal(twelve, existing);
        TopicChanges changes = new TopicChanges(wanted(layout), existing);
        changes.keepJournal(twelve);

        assertThat(layout).isEqualTo(SIX);
        assertThat(changes.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.CreateTopic.class,
                        create -> assertThat(create.topic().numPartitions()).isEqualTo(6));
        assertThat(changes.kept())
                .containsExactly(new Kept(Topics.JOURNAL.name(), "partitions", "partitions", "6", "12"));
    }

    @Test
    void whatRecordsDependOnIsKeptAndNamed() {
        String in = SupplierTopics.in("bt");
        Map<String, ExistingTopic> existing = asWanted(SIX);
        existing.put(in, with(existing(existing, in), 1, 1));
        existing.put(Topics.CONTROL.name(), with(existing(existing, Topics.CONTROL.name()), 4, 1));

        TopicChanges changes = new TopicChanges(wanted(SIX), existing);

        assertThat(changes.changes()).isEmpty();
        assertThat(changes.kept())
                .containsExactlyInAnyOrder(
                        new Kept(in, "partitions", "supplier.partitions", "1", "3"),
                        new Kept(Topics.CONTROL.name(), "partitions", "", "4", "1"));
    }

    @Test
    void replicasAreComparedOnlyWhereANumberIsWished() {
        Map<String, ExistingTopic> existing = asWanted(SIX);

        assertThat(new TopicChanges(wanted(new Layout(6, 3, (short) 3)), existing).kept())
                .hasSameSizeAs(existing.keySet())
                .allMatch(kept -> kept.property().equals("replicas")
                        && kept.is().equals("1")
                        && kept.wanted().equals("3"));
    }

    @Test
    void whatBreaksAPromiseThatWasGivenUpIsLeftToOthers() {
        Map<String, ExistingTopic> existing = asWanted(SIX);
        String in = SupplierTopics.in("bt");
        existing(existing, in).settings().put("message.timestamp.type", "CreateTime");
        existing(existing, Topics.JOURNAL.name()).settings().put("retention.ms", "604800000");
        TopicChanges changes = new TopicChanges(wanted(SIX), existing);

        changes.leave(Set.of(TopicPromise.ACCEPTANCE_TIME));

        assertThat(changes.changes())
                .containsExactly(new Change.SetTopic(Topics.JOURNAL.name(), "retention.ms", "604800000", "-1"));
        assertThat(changes.kept())
                .extracting(Kept::line)
                .containsExactly("message.timestamp.type of topic rollout.in.bt stays CreateTime instead of"
                        + " LogAppendTime: accept.weaker says that others set it");
    }

    private static List<NewTopic> wanted(Layout layout) {
        TopicPlan plan = new TopicPlan(layout, Arrival.BROKER_TIME);
        List<NewTopic> topics = plan.own();
        topics.add(plan.in(SupplierTopics.in("bt")));
        return topics;
    }

    private static Map<String, ExistingTopic> asWanted(Layout layout) {
        return wanted(layout).stream()
                .collect(Collectors.toMap(
                        NewTopic::name,
                        topic -> new ExistingTopic(
                                topic.name(), topic.numPartitions(), 1, new HashMap<>(topic.configs())),
                        (one, other) -> one,
                        HashMap::new));
    }

    private static ExistingTopic existing(Map<String, ExistingTopic> topics, String name) {
        return topics.getOrDefault(name, new ExistingTopic(name, 0, 0, Map.of()));
    }

    private static ExistingTopic with(ExistingTopic topic, int partitions, int replicas) {
        return new ExistingTopic(topic.name(), partitions, replicas, topic.settings());
    }
}
