package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.RecordSize;
import io.rollouthub.testkit.Npfit;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    private final Map<String, NewTopic> live = plan(Arrival.BROKER_TIME);

    private static Map<String, NewTopic> plan(Arrival arrival) {
        return new TopicPlan(Settings.LAYOUT, arrival)
                .of(Npfit.PROGRAMME).stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));
    }

    @Test
    void everyTopicOfTheCatalogueAndOfEachSupplierIsPlannedOnce() {
        List<String> own = Stream.concat(
                        Stream.of(
                                Topics.CONTROL,
                                Topics.CLOCK,
                                Topics.PROGRAMME,
                                Topics.JOURNAL,
                                Topics.JOURNAL_SHAPE,
                                Topics.PASSED_OVER,
                                Topics.PARKED,
                                Topics.VERDICTS_TOLD,
                                Topics.AUDIT,
                                Topics.RIGHTS,
                                ToldTopics.IMPORT),
                        Topics.OF_LEDGER.stream())
                .map(Topic::name)
                .toList();

        assertThat(live.keySet())
                .containsAll(own)
                .contains(
                        SupplierTopics.in("bt"),
                        SupplierTopics.rejected("bt"),
                        SupplierTopics.verdicts("bt"),
                        SupplierTopics.in("fujitsu"),
                        SupplierTopics.rejected("fujitsu"),
                        SupplierTopics.verdicts("fujitsu"),
                        SupplierTopics.REJECTED_UNKNOWN)
                .hasSize(own.size() + 7);
        assertThat(live.values()).extracting(NewTopic::replicationFactor).containsOnly((short) 3);
    }

    @Test
    void outputsHaveThePartitionsOfTheJournalAsTheyAreWrittenPartitionByPartition() {
        assertThat(Topics.OF_LEDGER)
                .extracting(topic -> live(topic.name()))
                .extracting(NewTopic::numPartitions)
                .containsOnly(live(Topics.JOURNAL.name()).numPartitions())
                .containsOnly(6);
        assertThat(live(SupplierTopics.in("bt")).numPartitions()).isEqualTo(2);
    }

    @Test
    void verdictsStandInOneOrderAtTheTimeTheyWereToldAndAreKeptForSevenDays() {
        NewTopic verdicts = live(SupplierTopics.verdicts("bt"));

        assertThat(verdicts.numPartitions()).isEqualTo(1);
        assertThat(verdicts.configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "604800000")
                .containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void whatMustStayInOneOrderHasOnePartition() {
        assertThat(live(Topics.CONTROL.name()).numPartitions()).isEqualTo(1);
        assertThat(live(Topics.PROGRAMME.name()).numPartitions()).isEqualTo(1);
        assertThat(live(Topics.CLOCK.name()).numPartitions()).isEqualTo(1);
    }

    @Test
    void liveTheBrokerSetsTheTimeOfAReportAndInAReplayTheDriverSetsTheOrder() {
        String key = "message.timestamp.type";

        assertThat(live(SupplierTopics.in("bt")).configs()).containsEntry(key, "LogAppendTime");
        assertThat(live(Topics.CLOCK.name()).configs())
                .as("the clock's pulses come back with the time of the same broker")
                .containsEntry(key, "LogAppendTime");
        assertThat(named(plan(Arrival.REPLAY_HEADER), SupplierTopics.in("bt")).configs())
                .doesNotContainEntry(key, "LogAppendTime");
    }

    @Test
    void statesAreCompactedAndNothingElseEverGoesButVerdicts() {
        assertThat(live.values())
                .filteredOn(topic -> !SupplierTopics.isVerdicts(topic.name()))
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("retention.ms", "-1"));
        assertThat(live(Topics.ALERTS.name()).configs()).containsEntry("cleanup.policy", "compact");
        assertThat(live(Topics.ALERT_TRANSITIONS.name()).configs()).containsEntry("cleanup.policy", "delete");
        assertThat(live(Topics.JOURNAL.name()).configs()).containsEntry("cleanup.policy", "delete");
        assertThat(live(SupplierTopics.rejected("bt")).configs()).containsEntry("cleanup.policy", "delete");
    }

    @Test
    void aRefusedReportFitsWithTheReasonAddedToIt() {
        int report = RecordSize.MOST_VALUE + RecordSize.MOST_KEY + RecordSize.MOST_HEADER_BYTES;
        assertThat(largest(SupplierTopics.rejected("bt"))).isGreaterThan(2 * report);
        assertThat(largest(SupplierTopics.in("bt"))).isGreaterThan(2 * report);
    }

    @Test
    void whatSuppliersSendIsMeasuredUnpacked() {
        assertThat(live(SupplierTopics.in("bt")).configs()).containsEntry("compression.type", "uncompressed");
        assertThat(live(SupplierTopics.rejected("bt")).configs()).doesNotContainKey("compression.type");
    }

    private NewTopic live(String name) {
        return named(live, name);
    }

    private static NewTopic named(Map<String, NewTopic> topics, String name) {
        return Objects.requireNonNull(topics.get(name), name);
    }

    private int largest(String topic) {
        return Integer.parseInt(live(topic).configs().get("max.message.bytes"));
    }
}
