package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseCheckTest {
    private static final String IN = SupplierTopics.in("bt");

    private final List<NewTopic> wanted = wanted();
    private final Map<String, ExistingTopic> existing = wanted.stream()
            .collect(Collectors.toMap(
                    NewTopic::name,
                    topic ->
                            new ExistingTopic(topic.name(), topic.numPartitions(), 1, new HashMap<>(topic.configs()))));

    @ParameterizedTest
    @CsvSource({
        "rollout.in.bt, message.timestamp.type, CreateTime, ACCEPTANCE_TIME",
        "rollout.clock, message.timestamp.type, CreateTime, ACCEPTANCE_TIME",
        "rollout.in.bt, retention.ms, 604800000, KEPT_FOR_EVER",
        "rollout.journal, retention.ms, 604800000, KEPT_FOR_EVER",
        "rollout.journal, retention.bytes, 1000000000, KEPT_FOR_EVER",
        "rollout.control, cleanup.policy, compact, KEPT_FOR_EVER",
        "rollout.alert-transitions, cleanup.policy, 'compact,delete', KEPT_FOR_EVER",
        "rollout.milestones, cleanup.policy, delete, CURRENT_STATE",
        "rollout.in.bt, max.message.bytes, 262144, SIZES",
        "rollout.in.bt, max.message.bytes, 104857600, SIZES",
        "rollout.in.bt, compression.type, producer, SIZES",
        "rollout.journal, max.message.bytes, 1048588, SIZES"
    })
    void aPromiseIsBrokenBy(String topic, String setting, String is, TopicPromise promise) {
        set(topic, setting, is);

        assertThat(PromiseCheck.broken(wanted, existing, Set.of()))
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.promise()).isEqualTo(promise);
                    assertThat(broken.line())
                            .startsWith("topic " + topic + " has " + setting + " " + is + " instead of "
                                    + Objects.requireNonNull(
                                            wanted(topic).configs().get(setting)) + ": ");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "rollout.journal, max.message.bytes, 104857600",
        "rollout.journal, compression.type, zstd",
        "rollout.in.bt, max.message.bytes, 1048588",
        "rollout.milestones, cleanup.policy, 'compact,delete'",
        "rollout.milestones, retention.ms, 604800000",
        "rollout.control, message.timestamp.type, LogAppendTime"
    })
    void noPromiseIsBrokenBy(String topic, String setting, String is) {
        set(topic, setting, is);

        assertThat(PromiseCheck.broken(wanted, existing, Set.of())).isEmpty();
    }

    @Test
    void aReplayChoosesItsTimesItself() {
        List<NewTopic> replayed = plan(Arrival.REPLAY_HEADER);
        set(IN, "message.timestamp.type", "CreateTime");

        assertThat(PromiseCheck.broken(replayed, existing, Set.of())).isEmpty();
    }

    @Test
    void theStartIsRefusedInASentenceWithBothWaysOut() {
        set(IN, "message.timestamp.type", "CreateTime");
        set(IN, "compression.type", "producer");
        set(Topics.JOURNAL.name(), "retention.ms", "1000");
        Set<TopicPromise> weaker = Set.of(TopicPromise.KEPT_FOR_EVER);

        assertThatThrownBy(() -> BrokenPromiseException.require(PromiseCheck.broken(wanted, existing, weaker), weaker))
                .hasMessage("The hub cannot keep what it promises (acceptance-time,sizes): topic rollout.in.bt has"
                        + " message.timestamp.type CreateTime instead of LogAppendTime: the supplier chooses when its"
                        + " reports were accepted; so it is with 1 more: compression.type of rollout.in.bt. Run"
                        + " 'rollout admin apply --programme FILE', which sets it; or, on a Kafka that others set, start"
                        + " with accept.weaker=acceptance-time,kept-for-ever,sizes, and do without.");
        assertThat(PromiseCheck.broken(wanted, existing, weaker))
                .filteredOn(BrokenPromise::accepted)
                .extracting(BrokenPromise::sentence)
                .containsExactly(
                        "kept-for-ever is given up (accept.weaker): topic rollout.journal has retention.ms 1000"
                                + " instead of -1: what is older is deleted, and no reset or export brings it back");
    }

    private void set(String topic, String setting, String value) {
        Objects.requireNonNull(existing.get(topic)).settings().put(setting, value);
    }

    private NewTopic wanted(String topic) {
        return wanted.stream()
                .filter(one -> one.name().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private static List<NewTopic> wanted() {
        return plan(Arrival.BROKER_TIME);
    }

    private static List<NewTopic> plan(Arrival arrival) {
        TopicPlan plan = new TopicPlan(Settings.LAYOUT, arrival);
        List<NewTopic> topics = plan.own();
        topics.add(plan.in(IN));
        return topics;
    }
}
