package io.rollouthub.reader;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where partitions began and ended when Kafka was asked, as one sees it who reads what is committed. */
public final class TopicEnds {
    private final Map<TopicPartition, Range> ranges;

    private record Range(long begin, long end) {}

    private TopicEnds(Map<TopicPartition, Range> ranges) {
        this.ranges = ranges;
    }

    /** Takes in one partition; of a topic without deletion the two offsets are as far apart as it has records. */
    public interface Sink {
        void accept(TopicPartition partition, long begin, long end);
    }

    /**
     * Those of topics that exist.
     *
     * @throws KafkaCallException if Kafka does not tell
     */
    public static TopicEnds of(Admin admin, Collection<String> topics) {
        Collection<TopicPartition> partitions =
                KafkaCalls.await("describe topics", admin.describeTopics(topics).allTopicNames()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .toList();
        Map<TopicPartition, ListOffsetsResultInfo> begins = ask(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Range> ranges = new HashMap<>();
        ask(admin, partitions, OffsetSpec.latest()).forEach((partition, end) -> {
            ListOffsetsResultInfo begin = begins.get(partition);
            ranges.put(partition, new Range(begin == null ? 0 : begin.offset(), end.offset()));
        });
        return new TopicEnds(ranges);
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ask(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec spec) {
        return KafkaCalls.await(
                "tell the ends of topics",
                admin.listOffsets(
                                partitions.stream().collect(Collectors.toMap(partition -> partition, any -> spec)),
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
    }

    /** Those of some of the topics. */
    public TopicEnds only(Predicate<String> topics) {
        return new TopicEnds(ranges.entrySet().stream()
                .filter(range -> topics.test(range.getKey().topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many partitions there are. */
    public int partitions() {
        return ranges.size();
    }

    /** Tells of every partition. */
    public void forEach(Sink sink) {
        ranges.forEach((partition, range) -> sink.accept(partition, range.begin(), range.end()));
    }
}
